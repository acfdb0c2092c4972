using System.Text.Json;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Changes one thing in a resource.</summary>
internal static class Edit
{
    public static PlannedResource With(this PlannedResource resource, string path, string? json)
    {
        var value = json is null ? null : Value(JsonElement.Parse(json));
        var inputs = (PlanValue.ObjectValue)Set(new PlanValue.ObjectValue(resource.Inputs), path.Split('.', '['), value)!;
        return resource with { Inputs = inputs.Members };
    }

    public static PlannedResource Referring(this PlannedResource resource, string property, params string[] urns) => resource with
    {
        PropertyDependencies = new([.. resource.PropertyDependencies.Where(each => each.Key != property), new(property, Sequence.Sorted(urns))]),
    };

    private static PlanValue? Set(PlanValue? at, ReadOnlySpan<string> steps, PlanValue? value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        if (at is PlanValue.ListValue list)
        {
            var items = list.Items.ToArray();
            var index = int.Parse(steps[0].TrimEnd(']'));
            items[index] = Set(items[index], steps[1..], value)!;
            return new PlanValue.ListValue(Sequence.Create<PlanValue>(items));
        }

        var members = (at as PlanValue.ObjectValue)?.Members ?? SortedMap<PlanValue>.Empty;
        var key = steps[0];
        var kept = members.Where(member => member.Key != key).ToList();
        if (Set(members[key], steps[1..], value) is { } made)
        {
            kept.Add(new(key, made));
        }

        return new PlanValue.ObjectValue(new(kept));
    }

    private static PlanValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new PlanValue.ObjectValue(new([.. json.EnumerateObject().Select(each => KeyValuePair.Create(each.Name, Value(each.Value)))])),
        JsonValueKind.Array => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. json.EnumerateArray().Select(Value)])),
        JsonValueKind.String => json.GetString() == "(unknown)" ? PlanValue.Unknown : PlanValue.Of(json.GetString()!),
        JsonValueKind.Number => PlanValue.Of(json.GetDouble()),
        _ => PlanValue.Of(json.GetBoolean()),
    };
}
