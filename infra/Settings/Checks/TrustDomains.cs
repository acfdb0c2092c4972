using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The trust domain is the mesh's own, and no name of it stands twice.</summary>
internal static class TrustDomains
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Trust is not { } trust)
        {
            yield break;
        }

        if (trust.TrustDomain.ToString() == CertificateFacts.DefaultTrustDomain)
        {
            yield return new Fault(
                "trust.trustDomain",
                "must be a name of its own, and this is what every mesh has that was told none",
                trust.TrustDomain.ToString(),
                "choose one; as an alias the other may stay");
        }

        for (var index = 0; index < trust.TrustDomainAliases.Length; index++)
        {
            if (trust.TrustDomainAliases[index] == trust.TrustDomain)
            {
                yield return new Fault(
                    $"trust.trustDomainAliases[{index}]", "must be another than trust.trustDomain, which is the same", trust.TrustDomain.ToString(), "remove it");
            }
        }
    }
}
