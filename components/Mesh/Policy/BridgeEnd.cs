using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>The end of the bridge on one site, where calls of another kind of mesh come in.</summary>
/// <remarks>This is the one place that says what it is called: certificates, whoever checks them, and DNS all take it from here.</remarks>
/// <param name="Site">The key of the site.</param>
/// <param name="Kind">The kind of mesh that the site runs.</param>
/// <param name="Domain">The host of every identity.</param>
public sealed record BridgeEnd(string Site, PolicyTargets Kind, TrustDomain Domain)
{
    /// <summary>Its name in DNS, and in its certificate: <c>bridge.gcp-east.mesh.example</c>.</summary>
    public DnsName Host => DnsName.Parse($"{BridgeFacts.Name}.{Site}.{Domain}")!.Value;

    /// <summary>Its namespace.</summary>
    public KubernetesNamespace Namespace => KubernetesNamespace.Parse(Kind is PolicyTargets.AppMesh ? BridgeFacts.AppMeshNamespace : IstioFacts.Namespace)!.Value;

    /// <summary>Its service account.</summary>
    public static KubernetesNamespace ServiceAccount { get; } = KubernetesNamespace.Parse(BridgeFacts.Name)!.Value;

    /// <summary>Whom callees see in the place of the true caller: <c>spiffe://mesh.example/ns/istio-system/sa/bridge</c>.</summary>
    public string Identity => Domain.IdentityOf(Namespace, ServiceAccount);

    /// <summary>The end on a site of a mesh.</summary>
    public static BridgeEnd Of(MeshPolicy policy, string site) => new(site, policy.KindOf(site), policy.TrustDomain);
}
