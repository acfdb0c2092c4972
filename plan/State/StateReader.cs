using System.Text.Json;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Plan.State;

/// <summary>Reads a deployment of version 3 or 4: what <c>pulumi stack export</c> writes, or a checkpoint of a backend that one keeps oneself.</summary>
/// <remarks>
/// Members that it does not know are passed over, as an engine does with those of a later one. Version 4 has the same members and names what
/// it uses of features that an older engine would get wrong.
/// Source: sdk/go/common/apitype/core.go and pkg/resource/stack/deployment.go of https://github.com/pulumi/pulumi, read 2026-11-21.
/// </remarks>
public static class StateReader
{
    private const int Oldest = 3;
    private const int Latest = 4;
    private const string StackType = "pulumi:pulumi:Stack";

    /// <summary>Features that make no difference to what an update does; taint, replaceWith and snippets do.</summary>
    private static readonly string[] Features = ["byteString", "extensionParameterization", "hooks", "refreshBeforeUpdate", "views"];

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="InvalidPlanException">The text is no JSON or no such deployment; the place that shows it is named, never a value.</exception>
    public static StateDocument Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8);
            return Document(json.RootElement);
        }
        catch (JsonException problem)
        {
            throw new InvalidPlanException($"line {problem.LineNumber + 1}", "must be JSON");
        }
    }

    private static StateDocument Document(JsonElement root)
    {
        if (Member(root, "version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out var number))
        {
            throw new InvalidPlanException("version", "must be there, as in what pulumi stack export writes");
        }

        if (number is < Oldest or > Latest)
        {
            throw new InvalidPlanException("version", $"must be {Oldest} or {Latest}, the forms of Pulumi 3; got {number}");
        }

        if (Array.FindIndex(Items(root, "features"), feature => feature.ValueKind != JsonValueKind.String || !Features.Contains(feature.GetString())) is var other and >= 0)
        {
            throw new InvalidPlanException($"features[{other}]", $"must be one that a comparison can follow: {string.Join(", ", Features)}; what pulumi state taint marks is to be deployed first");
        }

        var (path, deployment) = Member(root, "checkpoint") is { } checkpoint ? ("checkpoint.latest", Member(checkpoint, "latest")) : ("deployment", Member(root, "deployment"));
        if (deployment is not { ValueKind: JsonValueKind.Object } state)
        {
            throw new InvalidPlanException(path, "must be there");
        }

        var values = new StateValues(state);
        var all = Items(state, "resources").Select((each, index) => (Json: each, Resource: Resource(each, $"{path}.resources[{index}]", values), IsOld: Flag(each, "delete"), IsView: Text(each, "viewOf") is not null)).ToList();
        var standing = new HashSet<string>(StringComparer.Ordinal);
        if (all.FindIndex(each => !each.IsOld && !each.Resource.IsGone && !standing.Add(each.Resource.Urn)) is var twice and >= 0)
        {
            throw new InvalidPlanException($"{path}.resources[{twice}].urn", "must stand once only, old copies left out");
        }

        var stack = all.Find(each => each.Resource.Type == StackType).Resource;
        return new(
            (stack ?? all.FirstOrDefault().Resource)?.Urn is { } urn ? Identity(urn) : null,
            [.. all.Where(each => !each.IsOld && !each.IsView && each.Resource != stack).Select(each => each.Resource.Parent is { } parent && parent == stack?.Urn ? each.Resource with { Parent = null } : each.Resource)],
            stack?.Outputs ?? SortedMap<PlanValue>.Empty,
            Sequence.Create<PendingOperation>([.. Items(state, "pending_operations").Select((each, index) => Pending(each, $"{path}.pending_operations[{index}]"))]),
            Sequence.Sorted(all.Where(each => each.IsOld).Select(each => each.Resource.Urn)));
    }

    private static StateResource Resource(JsonElement json, string path, StateValues values)
    {
        var urn = Urn(json, path);
        var inputs = values.Map(Member(json, "inputs"));
        return new()
        {
            Urn = urn,
            Type = Text(json, "type") ?? throw new InvalidPlanException($"{path}.type", "must be there"),
            IsCustom = Flag(json, "custom"),
            Id = values.Id(Text(json, "id")),
            Parent = Text(json, "parent"),
            Provider = Provider(Text(json, "provider")),
            Inputs = inputs,
            Outputs = values.Map(Member(json, "outputs")),
            TellsDefaults = inputs[StateAlignment.Defaults] is not null,
            Options = new()
            {
                Protect = Flag(json, "protect"),
                RetainOnDelete = Flag(json, "retainOnDelete"),
                DeletedWith = Text(json, "deletedWith"),
                ReadId = Flag(json, "external") ? values.Id(Text(json, "id")) : null,
                Aliases = Urns(json, "aliases"),
                CustomTimeouts = Member(json, "customTimeouts") is { ValueKind: JsonValueKind.Object } limits
                    ? new(Seconds(limits, "create"), Seconds(limits, "update"), Seconds(limits, "delete"))
                    : null,
            },
            DependsOn = Urns(json, "dependencies"),
            PropertyDependencies = Member(json, "propertyDependencies") is { ValueKind: JsonValueKind.Object } map
                ? new([.. map.EnumerateObject().DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, Urns(map, member.Name))).Where(each => each.Value.Count > 0)])
                : SortedMap<Sequence<string>>.Empty,
            IsUnfinished = Items(json, "initErrors").Length > 0,
            IsGone = Flag(json, "pendingReplacement"),
        };
    }

    private static PendingOperation Pending(JsonElement json, string path) =>
        new(Urn(Member(json, "resource") ?? json, $"{path}.resource"), Text(json, "type") ?? "changing");

    /// <summary>A reference is a URN and an id; a provider that the engine made by itself is none of the program's.</summary>
    private static string? Provider(string? reference) =>
        reference?.LastIndexOf("::", StringComparison.Ordinal) is { } end and > 0 && !IsDefault(reference[..end]) ? reference[..end] : null;

    /// <summary>Whether the engine made this provider by itself.</summary>
    internal static bool IsDefault(string urn) =>
        urn.Contains("::pulumi:providers:", StringComparison.Ordinal) && urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..] is var name
        && (name == "default" || name.StartsWith("default_", StringComparison.Ordinal));

    private static StackIdentity Identity(string urn)
    {
        var parts = urn["urn:pulumi:".Length..].Split("::");
        return new(parts[1], parts[0]);
    }

    private static string Urn(JsonElement json, string path) =>
        Text(json, "urn") is { } urn && urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) && urn.Split("::").Length >= 4
            ? urn
            : throw new InvalidPlanException($"{path}.urn", "must be a URN");

    private static double? Seconds(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Number } number && number.GetDouble() > 0 ? number.GetDouble() : null;

    private static Sequence<string> Urns(JsonElement json, string name) =>
        Sequence.Sorted(Items(json, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Distinct());

    private static JsonElement[] Items(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static bool Flag(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.True };

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } said ? said : null;

    private static JsonElement? Member(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
