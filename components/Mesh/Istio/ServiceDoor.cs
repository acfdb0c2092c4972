using System.Globalization;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What a service's own proxies are told: whom they let in, how much of it, and whom they know.</summary>
internal static class ServiceDoor
{
    private const string IdentityScheme = "spiffe://";

    /// <summary>The labels of its pods.</summary>
    public static InputMap<string> Pods(ServicePolicy service) => new() { ["app"] = $"{service.Name.Name}" };

    /// <summary>Its callers may call its port; without any, there is no rule, and so nobody may.</summary>
    public static AuthorizationPolicySpecArgs Callers(ServicePolicy service, TrustDomain domain) => new()
    {
        Selector = new PodSelectorArgs { MatchLabels = Pods(service) },
        Action = "ALLOW",
        Rules = service.Callers.IsEmpty ? null : [Rule(service, domain)],
    };

    /// <summary>How much a pod lets in, and the services that it calls. It cannot find any other, but for the collector that its proxy tells of calls.</summary>
    public static SidecarSpecArgs Proxy(ServicePolicy service, MeshPolicy policy, MeshTracing? tracing) => new()
    {
        WorkloadSelector = new WorkloadSelectorArgs { Labels = Pods(service) },
        InboundConnectionPool = PoolOf(service),
        Egress = { new SidecarEgressArgs { Hosts = Known(Called(service, policy), tracing) } },
    };

    private static AuthorizationRuleArgs Rule(ServicePolicy service, TrustDomain domain) => new()
    {
        From =
        {
            new AuthorizationFromArgs
            {
                Source = new AuthorizationSourceArgs
                {
                    Principals = service.Callers.Select(caller => caller.IdentityIn(domain)[IdentityScheme.Length..]).Order(StringComparer.Ordinal).ToArray(),
                },
            },
        },
        To =
        {
            new AuthorizationToArgs
            {
                Operation = new AuthorizationOperationArgs { Ports = { service.Port.ToString(CultureInfo.InvariantCulture) } },
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
            .Select(other => $"{other.Name.Namespace}/{other.Name.Host}")
            .Order(StringComparer.Ordinal),
    ];
}
