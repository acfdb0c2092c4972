using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>No field that is rendered is there for nothing: whichever is changed, goes, or changes places with another, the lifter sees it.</summary>
[Collection(Evaluations.Name)]
public sealed partial class FieldTests
{
    /// <summary>How many policies have all of their fields changed.</summary>
    private const int Policies = 4;

    /// <summary>How many changes of a policy are tried in a usual run, spread evenly; all of them where <c>EQUIVALENCE_CASES</c> asks for a long one.</summary>
    private const int UsualChanges = 300;

    /// <summary>The same policies every time, as a change that does nothing for a good reason may be one in a million.</summary>
    private static readonly Rnd Seed = new(20261121);

    public static TheoryData<string> Targets => MeshTargets.Names;

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task EveryChange_IsSeen_OrRefused_OrHasAReason(string name) => await AllAreSeenAsync(name, objects =>
    {
        var seen = Seen(objects);
        return AllFields(objects).SelectMany(field => Values(field.Value, seen[Key(objects[field.Object], field.Path)])
            .Select(value => new[] { new FieldChange(field.Object, field.Path, field.Value, value) }));
    });

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task EveryField_IsMissed_OrRefused_OrHasAReason(string name) => await AllAreSeenAsync(
        name, objects => AllFields(objects).Select(field => new[] { new FieldChange(field.Object, field.Path, field.Value, null) }));

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task TwoFields_DoNotChangePlaces_Unseen(string name) => await AllAreSeenAsync(name, objects =>
        from fields in AllFields(objects)
            .Where(field => Fields.IsLeaf(field.Value) && Counts(name, field, objects))
            .Select(field => (field.Object, field.Path, field.Value, Shape: FieldChange.ShapeOf(field.Path), Kind: field.Value.GetValueKind(), Text: field.Value.ToJsonString()))
            .GroupBy(field => field.Object)
        from one in fields
        from other in fields
        where one.Kind == other.Kind && one.Text != other.Text && one.Shape != other.Shape && string.CompareOrdinal(one.Path, other.Path) < 0
        select new[] { new FieldChange(one.Object, one.Path, one.Value, other.Value), new FieldChange(other.Object, other.Path, other.Value, one.Value) });

    private static async Task AllAreSeenAsync(string name, Func<IReadOnlyList<RenderedObject>, IEnumerable<FieldChange[]>> changesOf)
    {
        var target = MeshTargets.Named(name);
        List<MeshPolicy> policies = [.. target.Small.Sample(50, Seed, Policies)];
        foreach (var (policy, objects) in policies.Zip(await target.RenderAsync(policies)))
        {
            var form = PolicyForm.Of(policy);
            Assert.Equal(form, target.Lift(objects).Form);
            List<FieldChange[]> all = [.. changesOf(objects)];
            Assert.NotEmpty(all);
            var step = EquivalenceTests.IsLong ? 1 : 1 + (all.Count / UsualChanges);
            var changes = all.Where((_, index) => index % step == 0);
            var unseen = changes.AsParallel()
                .Where(change => change.Any(each => target.WhyIdle(each, objects) is null) && form.Equals(target.Lift(change.Aggregate(objects, (rest, each) => each.On(rest))).Form))
                .Select(change => $"{Title(objects[change[0].Object])} {string.Join(", ", change.Select(each => each.ToString()))}");
            var told = string.Join('\n', unseen);
            Assert.True(told.Length == 0, told);
        }
    }

    /// <summary>Whether it must count what stands there, which to change places with what counts for nothing is to change by itself.</summary>
    private static bool Counts(string name, (int Object, string Path, JsonNode Value) field, IReadOnlyList<RenderedObject> objects) =>
        MeshTargets.Named(name).WhyIdle(new(field.Object, field.Path, field.Value, "?"), objects) is null;

    private static IEnumerable<(int Object, string Path, JsonNode Value)> AllFields(IReadOnlyList<RenderedObject> objects) =>
        objects.SelectMany((each, index) => Fields.Of(each.Content).Select(field => (index, field.Path, field.Value)));

    /// <summary>What stands in like fields of like objects: the likeliest mistakes.</summary>
    private static ILookup<string, JsonNode> Seen(IReadOnlyList<RenderedObject> objects) => AllFields(objects)
        .Where(field => Fields.IsLeaf(field.Value))
        .ToLookup(field => Key(objects[field.Object], field.Path), field => field.Value, StringComparer.Ordinal);

    private static string Key(RenderedObject of, string path) => $"{of.Content["kind"]} {FieldChange.ShapeOf(path)}";

    private static IEnumerable<JsonNode> Values(JsonNode old, IEnumerable<JsonNode> seen)
    {
        IEnumerable<JsonNode> own = old.GetValueKind() switch
        {
            JsonValueKind.String when Number().Match(old.GetValue<string>()) is { Success: true } number =>
                [$"{long.Parse(number.Value) + 1}{old.GetValue<string>()[number.Length..]}", old.GetValue<string>() + "x"],
            JsonValueKind.String => [old.GetValue<string>() + "x", "x" + old.GetValue<string>()],
            JsonValueKind.Number => [old.GetValue<long>() + 1, 0, -1, old.ToJsonString()],
            JsonValueKind.True or JsonValueKind.False => [!old.GetValue<bool>()],
            _ => [new JsonObject(), new JsonArray(), 1],
        };
        return own.Concat(seen).Where(value => !JsonNode.DeepEquals(value, old)).DistinctBy(value => value.ToJsonString(), StringComparer.Ordinal);
    }

    private static string Title(RenderedObject of) => $"{of.Place} {of.Content["kind"]} {of.Content["metadata"]?["namespace"]}/{of.Content["metadata"]?["name"]}";

    [GeneratedRegex("^[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
