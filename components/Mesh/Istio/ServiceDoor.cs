using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What a service's own proxies are told: whom they let in, how much of it, and whom they know.</summary>
internal static class ServiceDoor
{
    private const string IdentityScheme = "spiffe://";

    /// <summary>The labels of its pods.</summary>
    public static InputMap<string> Pods(ServicePolicy service) => new() { ["app"] = $"{service.Name.Name}" };

    /// <summary>
    /// Its callers may call its port; without any, there is no rule, and so nobody may. Where some are of another kind of mesh, the bridge may
    /// too: it has asked who they are, and is all that is seen of them here.
    /// </summary>
    public static AuthorizationPolicySpecArgs Callers(ServicePolicy service, MeshPolicy policy) => new()
    {
        Selector = new PodSelectorArgs { MatchLabels = Pods(service) },
        Action = "ALLOW",
        Rules = service.Callers.IsEmpty ? null : [Rule([.. Seen(service, policy)], [], service.Port)],
    };

    /// <summary>A bridge's callers of one service may call it there, by its name.</summary>
    public static AuthorizationPolicySpecArgs ForeignCallers(ServicePolicy service, MeshPolicy policy, InputMap<string> bridge) => new()
    {
        Selector = new PodSelectorArgs { MatchLabels = bridge },
        Action = "ALLOW",
        Rules = [Rule([.. Foreign(service, policy)], [service.Name.Host, $"{service.Name.Host}:*"], BridgeFacts.Port)],
    };

    /// <summary>Who may call a service over the bridge.</summary>
    public static IEnumerable<string> Foreign(ServicePolicy service, MeshPolicy policy) =>
        policy.ForeignCallers(service).Select(caller => caller.Name.IdentityIn(policy.TrustDomain));

    /// <summary>How much a pod lets in, and the services that it calls. It cannot find any other, but for the collector that its proxy tells of calls.</summary>
    public static SidecarSpecArgs Proxy(ServicePolicy service, MeshPolicy policy, MeshTracing? tracing) => new()
    {
        WorkloadSelector = new WorkloadSelectorArgs { Labels = Pods(service) },
        InboundConnectionPool = PoolOf(service),
        Egress = { new SidecarEgressArgs { Hosts = Known(Called(service, policy), tracing) } },
    };

    /// <summary>Every caller; and where some come by the bridge, its gateway, which is all that is seen of those.</summary>
    private static IEnumerable<string> Seen(ServicePolicy service, MeshPolicy policy) =>
    [
        .. service.Callers.Select(caller => caller.IdentityIn(policy.TrustDomain)),
        .. policy.ForeignCallers(service).Select(_ => BridgeEnd.Of(policy, service.Sites[0]).Identity).Take(1),
    ];

    private static AuthorizationRuleArgs Rule(string[] identities, string[] hosts, int port) => new()
    {
        From =
        {
            new AuthorizationFromArgs
            {
                Source = new AuthorizationSourceArgs
                {
                    Principals = identities.Select(identity => identity[IdentityScheme.Length..]).Order(StringComparer.Ordinal).ToArray(),
                },
            },
        },
        To =
        {
            new AuthorizationToArgs
            {
                Operation = new AuthorizationOperationArgs
                {
                    Hosts = hosts.Length > 0 ? (InputList<string>)hosts : null,
                    Ports = { port.ToString(CultureInfo.InvariantCulture) },
                },
            },
        },
    };

    private static ConnectionPoolArgs PoolOf(ServicePolicy service) => service.Protocol is ServiceProtocol.Http
        ? new()
        {
            Tcp = new TcpPoolArgs { MaxConnections = service.Caps.MaxConnections },
            Http = new HttpPoolArgs { Http1MaxPendingRequests = service.Caps.MaxPendingRequests },
        }
        : new() { Http = new HttpPoolArgs { Http2MaxRequests = service.Caps.MaxRequests } };

    private static string[] Known(string[] called, MeshTracing? tracing) =>
        tracing is not null ? [.. called, $"{tracing.Namespace}/{tracing.Host}"] : called.Length > 0 ? called : ["~/*"];

    private static string[] Called(ServicePolicy service, MeshPolicy policy) =>
    [
        .. policy.Services
            .Where(other => other.Callers.Contains(service.Name))
            .SelectMany(other => Names(other, policy, service.Sites[0]).Select(host => $"{other.Name.Namespace}/{host}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The names that a route to a service passes.</summary>
    private static string[] Names(ServicePolicy called, MeshPolicy policy, string site) =>
        policy.IsBeyond(called, site) || policy.KindOf(called) is PolicyTargets.Envoy ? [called.Name.Host, policy.EntryHost(called)] : [called.Name.Host];
}
