using System.Collections.Immutable;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>Which calls of a mesh go from one kind to another, and so over a bridge.</summary>
public static class Crossings
{
    /// <summary>The callers of a service that are of another kind, in the order of their names.</summary>
    public static ImmutableArray<ServicePolicy> ForeignCallers(this MeshPolicy policy, ServicePolicy callee) =>
    [
        .. policy.Services
            .Where(service => callee.Callers.Contains(service.Name) && policy.KindOf(service) != policy.KindOf(callee))
            .OrderBy(service => $"{service.Name}", StringComparer.Ordinal),
    ];

    /// <summary>Whether a service is called over the bridge from a site: it runs in clusters of another kind. One on machines is called as it is.</summary>
    public static bool IsBeyond(this MeshPolicy policy, ServicePolicy callee, string site) =>
        policy.KindOf(callee) is not PolicyTargets.Envoy && policy.KindOf(callee) != policy.KindOf(site);

    /// <summary>
    /// What a cluster calls a service that is beyond the bridge, or on machines: <c>payment.payments.bridge.mesh.example</c>. It is what the route of the
    /// service's own host leads to; DNS is asked for it by App Mesh alone, where the bridge has several ends.
    /// </summary>
    public static string EntryHost(this MeshPolicy policy, ServicePolicy callee) =>
        $"{callee.Name.Name}.{callee.Name.Namespace}.{BridgeFacts.Name}.{policy.TrustDomain}";
}
