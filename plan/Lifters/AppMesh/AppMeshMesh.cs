using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What the objects do not say themselves of the mesh that they are for.</summary>
/// <param name="TrustDomain">The host of every identity.</param>
/// <param name="Elsewhere">What is of other meshes, whose calls this reading does not judge: services that lead there, each as its namespace and
/// its name with / between, which no object here is for; and identities that may be let in, which no node here has.</param>
public sealed record AppMeshMesh(TrustDomain TrustDomain, Ordered<string>? Elsewhere = null)
{
    /// <summary>The name by which proxies ask a local agent for the roots of the mesh.</summary>
    internal string Roots => $"spiffe://{TrustDomain}";

    /// <summary>The identity of a service account, which certificates from files are taken to bear.</summary>
    internal string IdentityOf(string place, string account) => $"spiffe://{TrustDomain}/ns/{place}/sa/{account}";
}
