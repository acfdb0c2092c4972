using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A workload outside the mesh belongs to a site with a cluster, and no two have the same identity or name.</summary>
internal static class TrustedWorkloads
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Trust is not { } trust)
        {
            yield break;
        }

        var (identities, names) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<DnsName, string>());
        foreach (var (key, workload) in trust.Workloads)
        {
            var path = $"trust.workloads.{key}";
            if (!settings.Sites.ContainsKey(workload.Site.ToString()))
            {
                yield return new Fault(
                    $"{path}.site", "is not a site of sites", workload.Site.ToString(), Wrong.MeantOrKnown(workload.Site.ToString(), [.. settings.Sites.Keys]));
            }

            var identity = trust.TrustDomain.IdentityOf(workload.Namespace, workload.ServiceAccount);
            if (!identities.TryAdd(identity, path))
            {
                yield return new Fault($"{path}.serviceAccount", $"must make an identity of its own, and {identities[identity]} has the same", identity, "give it another account");
            }

            for (var index = 0; index < workload.DnsNames.Length; index++)
            {
                var name = workload.DnsNames[index];
                if (!names.TryAdd(name, path))
                {
                    yield return new Fault($"{path}.dnsNames[{index}]", $"must be a name of its own, and {names[name]} has the same", name.ToString(), "keep one of the two");
                }
            }
        }
    }
}
