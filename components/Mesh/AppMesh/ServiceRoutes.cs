using System.Diagnostics;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What callers' proxies are told of a service. Nothing is left to a default of App Mesh's.</summary>
/// <remarks>
/// A route without a policy of retries is retried twice in most accounts, so there always is one; where nothing is to be tried again it says
/// so, and names an event, without which App Mesh takes none.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/route-http.html and envoy-defaults.html there, read 2026-11-20.
/// </remarks>
public static class ServiceRoutes
{
    private const string ConnectionError = "connection-error";

    /// <summary>The router of a service whose pods run in the mesh.</summary>
    /// <param name="service">The service.</param>
    public static VirtualRouterSpecArgs Router(ServicePolicy service) => Router(service, Targets(service));

    /// <summary>The router of a service that one node stands for, wherever it runs.</summary>
    /// <param name="service">The service.</param>
    /// <param name="node">The node.</param>
    public static VirtualRouterSpecArgs Router(ServicePolicy service, ReferenceArgs node) =>
        Router(service, [new WeightedTargetArgs { VirtualNodeRef = node, Weight = CanaryPolicy.WholeWeight }]);

    /// <summary>The name by which a service is called, with its router behind it.</summary>
    public static VirtualServiceSpecArgs Named(ServicePolicy service) => new()
    {
        AwsName = service.Name.Host,
        Provider = new ServiceProviderArgs
        {
            VirtualRouter = new RouterProviderArgs { VirtualRouterRef = new ReferenceArgs { Name = $"{service.Name.Name}", Namespace = $"{service.Name.Namespace}" } },
        },
    };

    private static VirtualRouterSpecArgs Router(ServicePolicy service, WeightedTargetArgs[] targets) => new()
    {
        Listeners = { new RouterListenerArgs { PortMapping = ServiceNodes.Port(service) } },
        Routes = { RouteOf(service, new RouteActionArgs { WeightedTargets = targets }) },
    };

    private static WeightedTargetArgs[] Targets(ServicePolicy service) => service.Canary is { } canary
        ? [.. canary.Weights.Where(weight => weight.Value > 0).Select(weight => Target(NodeName.Of(service, weight.Key), weight.Value))]
        : [Target(NodeName.Of(service, null), CanaryPolicy.WholeWeight)];

    private static WeightedTargetArgs Target(NodeName node, int weight) =>
        new() { VirtualNodeRef = new ReferenceArgs { Name = node.Name, Namespace = node.Namespace }, Weight = weight };

    private static RouteArgs RouteOf(ServicePolicy service, RouteActionArgs action)
    {
        var name = $"{service.Name.Name}";
        var timeout = new TimeoutArgs { PerRequest = ServiceNodes.Milliseconds(service.TimeoutMs), Idle = ServiceNodes.Milliseconds(0) };
        return service.Protocol switch
        {
            ServiceProtocol.Http => new() { Name = name, HttpRoute = HttpRoute(service, action, timeout) },
            ServiceProtocol.Http2 => new() { Name = name, Http2Route = HttpRoute(service, action, timeout) },
            ServiceProtocol.Grpc => new()
            {
                Name = name,
                GrpcRoute = new GrpcRouteArgs { Match = new GrpcRouteMatchArgs(), Action = action, Timeout = timeout, RetryPolicy = GrpcRetries(service) },
            },
            _ => throw new UnreachableException(),
        };
    }

    private static HttpRouteArgs HttpRoute(ServicePolicy service, RouteActionArgs action, TimeoutArgs timeout) => new()
    {
        Match = new HttpRouteMatchArgs { Prefix = "/" },
        Action = action,
        Timeout = timeout,
        RetryPolicy = new HttpRetryPolicyArgs
        {
            MaxRetries = service.Retries?.Attempts ?? 0,
            PerRetryTimeout = PerTry(service),
            HttpRetryEvents = OfHttp(service),
            TcpRetryEvents = OfTcp(service),
        },
    };

    private static GrpcRetryPolicyArgs GrpcRetries(ServicePolicy service) => new()
    {
        MaxRetries = service.Retries?.Attempts ?? 0,
        PerRetryTimeout = PerTry(service),
        GrpcRetryEvents = Events(service, OfGrpc),
        HttpRetryEvents = OfHttp(service),
        TcpRetryEvents = OfTcp(service),
    };

    /// <summary>Asked for even where nothing is tried again: it is then as long as the whole.</summary>
    private static DurationArgs PerTry(ServicePolicy service) => ServiceNodes.Milliseconds(service.Retries?.PerTryMs ?? service.TimeoutMs);

    private static InputList<string>? OfTcp(ServicePolicy service) => service.Retries is null
        ? [ConnectionError]
        : Events(service, cause => cause is RetryEvent.ConnectionError ? ConnectionError : null);

    private static InputList<string>? OfHttp(ServicePolicy service) => Events(service, cause => cause switch
    {
        RetryEvent.ServerError => "server-error",
        RetryEvent.GatewayError => "gateway-error",
        RetryEvent.ClientError => "client-error",
        RetryEvent.StreamError => "stream-error",
        _ => null,
    });

    private static string? OfGrpc(RetryEvent cause) => RetryEvents.IsOfGrpc(cause) ? RetryEvents.WordOf(cause) : null;

    /// <summary>The words of one kind, each once and in order; null where there is none, as App Mesh takes no empty list.</summary>
    private static InputList<string>? Events(ServicePolicy service, Func<RetryEvent, string?> word)
    {
        string[] words = [.. (service.Retries?.On ?? []).Select(word).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return words.Length > 0 ? words : (InputList<string>?)null;
    }
}
