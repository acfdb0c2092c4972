using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every revision of Istio is of a line in support, which supports the Kubernetes of every site; and one of them is current.</summary>
internal static class IstioVersions
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Mesh?.Istio is not { } istio)
        {
            yield break;
        }

        if (!istio.Revisions.ContainsKey(istio.Current.ToString()))
        {
            yield return new Fault("mesh.istio.current", "must be one of mesh.istio.revisions", istio.Current.ToString(), "known: " + string.Join(", ", istio.Revisions.Keys));
        }

        foreach (var (key, revision) in istio.Revisions)
        {
            foreach (var fault in Check($"mesh.istio.revisions.{key}.version", revision.Version, settings))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> Check(string path, PatchVersion version, MeshSettings settings)
    {
        if (IstioSupport.Find(version) is not { } line)
        {
            yield return new Fault(
                path, "must be of a line of Istio that is known to be in support", version.ToString(),
                "known: " + string.Join(", ", IstioSupport.Lines.Select(each => each.Name)));
            yield break;
        }

        foreach (var (site, kubernetes) in settings.Sites.Where(site => MeshPlan.KindOf(site.Key, settings) is PolicyTargets.Istio).SelectMany(VersionOf))
        {
            if (!line.Supports(kubernetes))
            {
                yield return new Fault(
                    path, $"must support Kubernetes {kubernetes} of sites.{site}, and Istio {line.Name} supports {line.Supported}", version.ToString(),
                    "choose another line, or another Kubernetes");
            }
        }
    }

    private static IEnumerable<(string Site, KubernetesVersion Version)> VersionOf(KeyValuePair<string, SiteSettings> site) => site.Value switch
    {
        AwsSite aws => [(site.Key, aws.Cluster.KubernetesVersion)],
        GcpSite gcp => [(site.Key, gcp.Cluster.KubernetesVersion)],
        _ => [],
    };
}
