using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Preview.Explain;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Migration;

/// <summary>What services do otherwise after a move, as their objects before and after have it.</summary>
internal static class BehaviourChanges
{
    /// <returns>A sentence for each element of each service that differs, and for each call that is won or lost; none where all is the same.</returns>
    public static Sequence<string> Of(LiftedPlan before, LiftedPlan after) =>
    [
        .. before.Forms.Keys.Union(after.Forms.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(host => Of(host, before.Forms.GetValueOrDefault(host), after.Forms.GetValueOrDefault(host))),
        .. before.Calls.Calls.Except(after.Calls.Calls).Select(call => $"{call.Caller} calls {call.Host} before, and no more after"),
        .. after.Calls.Calls.Except(before.Calls.Calls).Select(call => $"{call.Caller} calls {call.Host} after, and not before"),
    ];

    private static IEnumerable<string> Of(string host, ServiceForm? before, ServiceForm? after) => before is null || after is null
        ? [$"{host}: is there only {(before is null ? "after" : "before")}"]
        : Element.All
            .Select(element => (element.Title, Before: element.Demanded(before), After: element.Demanded(after)))
            .Where(element => element.Before != element.After)
            .Select(element => $"{host}: {element.Title}: {element.Before}, then {element.After}");
}
