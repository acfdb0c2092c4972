using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The version of Kubernetes is one that the cloud offers.</summary>
internal static class KubernetesVersions
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        AwsSite aws => Check(site.Key, KubernetesService.Eks, aws.Cluster.KubernetesVersion),
        GcpSite gcp => Check(site.Key, KubernetesService.Gke, gcp.Cluster.KubernetesVersion),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string site, KubernetesService service, KubernetesVersion version)
    {
        var known = KubernetesSupport.Of(service);
        if (!known.Any(row => row.Version == version))
        {
            var name = service == KubernetesService.Eks ? "EKS" : "GKE";
            yield return new Fault(
                $"sites.{site}.cluster.kubernetesVersion",
                $"is not a version that {name} is known to offer",
                version.ToString(),
                "known: " + string.Join(", ", known.Select(row => row.Version.ToString())));
        }
    }
}
