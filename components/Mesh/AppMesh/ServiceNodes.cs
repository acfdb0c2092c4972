using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What a service's own proxies are told: whom they let in, how much of it, and whom they call.</summary>
/// <remarks>
/// Nothing is left to a default of App Mesh's: it would end each request after 15 seconds and each silence after 300, at the service as
/// well as on the way. What a pod lets in is counted at the pod, and callers leave pods out by what its listener says.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html, read 2026-11-20.
/// </remarks>
internal static class ServiceNodes
{
    /// <summary>How long and how often without end.</summary>
    private const int Never = 0;

    private const int EveryPod = 100;

    /// <summary>One node of a service.</summary>
    public static VirtualNodeSpecArgs Node(ServicePolicy service, NodeName node, AppMeshNeighbours neighbours) => new()
    {
        PodSelector = new SelectorArgs { MatchLabels = Pods(service, node) },
        Listeners = [ListenerOf(service, neighbours)],
        ServiceDiscovery = new ServiceDiscoveryArgs
        {
            AwsCloudMap = new CloudMapDiscoveryArgs { NamespaceName = neighbours.CloudMapNamespace, ServiceName = node.Found },
        },
        Backends = neighbours.CalledBy(service).Select(called => BackendOf(called, neighbours)).ToArray(),
        Logging = new LoggingArgs { AccessLog = new AccessLogArgs { File = new FileAccessLogArgs { Path = "/dev/stdout" } } },
    };

    /// <summary>A time in App Mesh's words.</summary>
    public static DurationArgs Milliseconds(int count) => new() { Unit = "ms", Value = count };

    /// <summary>A port in App Mesh's words.</summary>
    public static PortMappingArgs Port(ServicePolicy service) => new() { Port = service.Port, Protocol = WordOf(service.Protocol) };

    /// <summary>How callers leave out what fails, of all that answers for a service.</summary>
    public static OutlierDetectionArgs EjectionOf(ServicePolicy service) => new()
    {
        MaxServerErrors = service.Ejection.ConsecutiveErrors,
        Interval = Milliseconds(service.Ejection.IntervalMs),
        BaseEjectionDuration = Milliseconds(service.Ejection.BaseMs),
        MaxEjectionPercent = service.Extension<EjectionLimit>()?.Percent ?? EveryPod,
    };

    private static string WordOf(ServiceProtocol protocol) => protocol.ToString().ToLowerInvariant();

    private static InputMap<string> Pods(ServicePolicy service, NodeName node)
    {
        var labels = new InputMap<string> { ["app"] = $"{service.Name.Name}" };
        if (node.Version is { } version)
        {
            labels["version"] = version;
        }

        return labels;
    }

    private static ListenerArgs ListenerOf(ServicePolicy service, AppMeshNeighbours neighbours) => new()
    {
        PortMapping = Port(service),
        Tls = new ListenerTlsArgs { Mode = "STRICT", Certificate = ProxySecret.Presented, Validation = ProxySecret.Asked(neighbours.CallersOf(service)) },
        Timeout = ByProtocol(service.Protocol, new TimeoutArgs { PerRequest = Milliseconds(Never), Idle = Milliseconds(Never) }),
        ConnectionPool = PoolOf(service),
        OutlierDetection = EjectionOf(service),
    };

    private static ListenerTimeoutArgs ByProtocol(ServiceProtocol protocol, TimeoutArgs timeout) => protocol switch
    {
        ServiceProtocol.Http => new() { Http = timeout },
        ServiceProtocol.Http2 => new() { Http2 = timeout },
        _ => new() { Grpc = timeout },
    };

    private static ConnectionPoolArgs PoolOf(ServicePolicy service) => service.Protocol switch
    {
        ServiceProtocol.Http => new()
        {
            Http = new HttpPoolArgs { MaxConnections = service.Caps.MaxConnections, MaxPendingRequests = service.Caps.MaxPendingRequests },
        },
        ServiceProtocol.Http2 => new() { Http2 = new RequestPoolArgs { MaxRequests = service.Caps.MaxRequests } },
        _ => new() { Grpc = new RequestPoolArgs { MaxRequests = service.Caps.MaxRequests } },
    };

    private static BackendArgs BackendOf(ServicePolicy called, AppMeshNeighbours neighbours) => new()
    {
        VirtualService = new VirtualServiceBackendArgs
        {
            VirtualServiceRef = new ReferenceArgs { Name = $"{called.Name.Name}", Namespace = $"{called.Name.Namespace}" },
            ClientPolicy = new ClientPolicyArgs
            {
                Tls = new ClientTlsArgs { Enforce = true, Certificate = ProxySecret.Presented, Validation = ProxySecret.Asked(neighbours.ServersOf(called)) },
            },
        },
    };
}
