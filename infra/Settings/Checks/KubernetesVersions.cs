using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The version of Kubernetes is one that the cloud offers, and was in support when the table of versions was read.</summary>
/// <remarks>What has left support since then is told by the preview, which knows the day; settings that were right stay right.</remarks>
internal static class KubernetesVersions
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value switch
    {
        AwsSite aws => Check(site.Key, KubernetesService.Eks, aws.Cluster.KubernetesVersion, isExtended: false),
        GcpSite gcp => Check(site.Key, KubernetesService.Gke, gcp.Cluster.KubernetesVersion, gcp.Cluster.ReleaseChannel == ReleaseChannel.Extended),
        _ => [],
    });

    private static IEnumerable<Fault> Check(string site, KubernetesService service, KubernetesVersion version, bool isExtended)
    {
        var path = $"sites.{site}.cluster.kubernetesVersion";
        var supported = KubernetesSupport.Of(service).Where(row => row.IsSupportedOn(KubernetesSupport.ReadOn, isExtended)).Select(row => row.Version.ToString());
        switch (KubernetesSupport.Find(service, version.ToString()))
        {
            case null:
                yield return new Fault(
                    path,
                    $"is not a version that {(service == KubernetesService.Eks ? "EKS" : "GKE")} is known to offer",
                    version.ToString(),
                    "known: " + string.Join(", ", supported));
                break;
            case var release when !release.IsSupportedOn(KubernetesSupport.ReadOn, isExtended):
                yield return new Fault(
                    path,
                    "must be a version in standard support",
                    $"{version}, whose standard support ended on {release.EndsOn(isExtended):yyyy-MM-dd}",
                    $"in support: {string.Join(", ", supported)}" + (service == KubernetesService.Gke ? "; or set releaseChannel to extended" : ""));
                break;
        }
    }
}
