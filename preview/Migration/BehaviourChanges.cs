using System.Globalization;
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
        .. before.Calls.OverBridge.Except(after.Calls.OverBridge).SelectMany(call => Of(before.Ways.First(way => way.Call == call), after.Forms.GetValueOrDefault(call.Host))),
        .. before.Calls.Calls.Except(after.Calls.Calls).Select(call => $"{call.Caller} calls {call.Host} before, and no more after"),
        .. after.Calls.Calls.Except(before.Calls.Calls).Select(call => $"{call.Caller} calls {call.Host} after, and not before"),
    ];

    /// <summary>What a call has by itself that goes over a bridge before, and straight after.</summary>
    private static IEnumerable<string> Of(BridgeWay way, ServiceForm? after)
    {
        if (after is not null && way.TimeoutMs != after.Route.TimeoutMs)
        {
            yield return $"{way.Call.Caller} calls {way.Call.Host}: timeout: {Said(way.TimeoutMs)} over the bridge, then {after.Route.TimeoutMs} ms";
        }

        if (after is not null && way.Attempts != after.Route.Retry.Attempts)
        {
            yield return $"{way.Call.Caller} calls {way.Call.Host}: retries: {way.Attempts?.ToString(CultureInfo.InvariantCulture) ?? "not said"} over the bridge, then {after.Route.Retry.Attempts}";
        }
    }

    private static string Said(int? ms) => ms is { } known ? $"{known} ms" : "not said";

    private static IEnumerable<string> Of(string host, ServiceForm? before, ServiceForm? after) => before is null || after is null
        ? [$"{host}: is there only {(before is null ? "after" : "before")}"]
        : Element.All
            .Select(element => (element.Title, Before: element.Demanded(before), After: element.Demanded(after)))
            .Where(element => element.Before != element.After)
            .Select(element => $"{host}: {element.Title}: {element.Before}, then {element.After}");
}
