using System.Text.Json.Nodes;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>Values of a plan as the JSON that a cluster is given.</summary>
internal static class PlanNodes
{
    public static JsonObject Of(SortedMap<PlanValue> members) => new(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value))));

    private static JsonNode? Of(PlanValue value) => value switch
    {
        PlanValue.NullValue => null,
        PlanValue.BoolValue flag => flag.Value,
        PlanValue.TextValue text => text.Value,
        PlanValue.NumberValue number when double.IsInteger(number.Value) => (long)number.Value,
        PlanValue.NumberValue number => number.Value,
        PlanValue.ListValue list => new JsonArray([.. list.Items.Select(Of)]),
        PlanValue.ObjectValue map => Of(map.Members),
        _ => throw new ArgumentException($"{value} is no value that a mesh is told", nameof(value)),
    };
}
