using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What the objects do not say themselves of the mesh that they are for.</summary>
/// <param name="TrustDomain">The host of every identity; the mesh is taken to have no alias for it.</param>
/// <param name="RootNamespace">Whose policies hold for every namespace: <c>istio-system</c>.</param>
/// <param name="Revisions">The revisions of istiod that there are; null where any that a namespace names is taken to be there.</param>
/// <param name="Elsewhere">Hosts that a Sidecar may let its pods find and that no object here is for: what tells of calls, and services of
/// other meshes, whose callers this reading does not judge.</param>
public sealed record IstioMesh(TrustDomain TrustDomain, string RootNamespace = "istio-system", Ordered<string>? Revisions = null, Ordered<string>? Elsewhere = null)
{
    /// <summary>What a policy may write for the trust domain, whatever its name is.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/master/pilot/pkg/security/trustdomain/bundle.go, read 2026-11-21.</remarks>
    private const string OwnDomain = "cluster.local";

    /// <summary>The identity of a service account.</summary>
    public string IdentityOf(string place, string account) => $"spiffe://{TrustDomain}/ns/{place}/sa/{account}";

    /// <summary>The identity that a policy's principal means.</summary>
    internal string IdentityOf(string principal) =>
        principal.StartsWith(OwnDomain + "/", StringComparison.Ordinal) ? $"spiffe://{TrustDomain}{principal[OwnDomain.Length..]}" : "spiffe://" + principal;
}
