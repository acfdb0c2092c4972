using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One VirtualService.</summary>
/// <param name="Source">Its object.</param>
/// <param name="Host">The name that it is for.</param>
/// <param name="TimeoutMs">How long all tries may take; 0 is for ever.</param>
/// <param name="Retry">How a failed request is tried again.</param>
/// <param name="Targets">Where requests go, with weights that sum to more than nothing.</param>
internal sealed record VirtualRoute(IstioObject Source, Field Host, int TimeoutMs, RetryForm Retry, List<RouteTarget> Targets);

/// <summary>Where requests go.</summary>
/// <param name="Host">The service.</param>
/// <param name="Subset">Which pods of it; null is all.</param>
/// <param name="Port">Its port; null is that which was called.</param>
/// <param name="Weight">How much, against the others.</param>
internal sealed record RouteTarget(Field Host, Field? Subset, Field? Port, int Weight);

/// <summary>Reads a VirtualService of one route for every request.</summary>
/// <remarks>
/// Without a timeout a request may take for ever. A weight counts against those beside it, and none counts for nothing; one target alone gets
/// everything. A route's name is for logs.
/// Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/ and
/// https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/route/route.go, read 2026-11-21.
/// </remarks>
internal static class RouteReader
{
    private const string Sidecars = "mesh";
    private const string Everyone = "*";

    /// <summary>What each host does to which nobody gave a route.</summary>
    public static RouteForm Silent { get; } = new() { TimeoutMs = 0, Retry = RetryReader.Read(null, 0), Targets = [TargetForm.EveryPod] };

    public static VirtualRoute Read(IstioObject source)
    {
        var spec = source.Spec.Members();
        var host = spec.Need("hosts").Single();
        spec["gateways"]?.Single().Word(Sidecars);
        spec["exportTo"]?.Single().Word(Everyone);
        var http = spec.Need("http").Single().Members();
        spec.End();
        http["name"]?.Text();
        var timeoutMs = http["timeout"]?.Milliseconds() ?? 0;
        var retry = RetryReader.Read(http["retries"], timeoutMs);
        var route = http.Need("route");
        var targets = route.Items().ConvertAll(TargetOf);
        http.End();
        return targets is [var only] ? new(source, host, timeoutMs, retry, [only with { Weight = 1 }])
            : targets.Sum(target => (long)target.Weight) is > 0 and <= int.MaxValue ? new(source, host, timeoutMs, retry, targets)
            : throw new RefusedException(new Fault(route.Path, "its weights must sum to more than nothing"));
    }

    /// <summary>What becomes of a request to a port of the service.</summary>
    public static RouteForm Over(VirtualRoute route, Callee callee, int port, Destination? destination)
    {
        foreach (var target in route.Targets)
        {
            if (Callee.HostOf(target.Host.Text(), route.Source.Namespace) != callee.Host)
            {
                throw target.Host.Refused($"must be {callee.Host}, as the normal form shares requests out among versions of one service");
            }

            if (target.Port is { } other && other.Whole(1) != port)
            {
                throw other.Refused($"must be {port}, the port that is called");
            }
        }

        var weights = route.Targets
            .GroupBy(target => target.Subset is { } subset ? VersionOf(subset, destination) : "", target => target.Weight)
            .Select(version => KeyValuePair.Create(version.Key, version.Sum()));
        return new() { TimeoutMs = route.TimeoutMs, Retry = route.Retry, Targets = TargetForm.Of(weights) };
    }

    private static RouteTarget TargetOf(Field field)
    {
        var target = field.Members();
        var destination = target.Need("destination").Members();
        var weight = target["weight"]?.Whole(0) ?? 0;
        target.End();
        var port = destination["port"]?.Members();
        var read = new RouteTarget(destination.Need("host"), destination["subset"], port?.Need("number"), weight);
        port?.End();
        destination.End();
        return read;
    }

    private static string VersionOf(Field subset, Destination? destination) =>
        destination is not null && destination.Versions.TryGetValue(subset.Text(), out var version)
            ? version
            : throw subset.Refused("must be a subset of the destination rule of its host");
}
