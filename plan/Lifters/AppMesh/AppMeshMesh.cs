using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What the objects do not say themselves of the mesh that they are for.</summary>
/// <param name="TrustDomain">The host of every identity.</param>
public sealed record AppMeshMesh(TrustDomain TrustDomain)
{
    /// <summary>The name by which proxies ask a local agent for the roots of the mesh.</summary>
    internal string Roots => $"spiffe://{TrustDomain}";

    /// <summary>The identity of a service account, which certificates from files are taken to bear.</summary>
    internal string IdentityOf(string place, string account) => $"spiffe://{TrustDomain}/ns/{place}/sa/{account}";
}
