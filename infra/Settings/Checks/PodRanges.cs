using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A VPC takes a second range only from the private space of its first one, or from that of carriers.</summary>
/// <remarks>Source: VPC user guide, "VPC CIDR blocks", restrictions on associating them.</remarks>
internal static class PodRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is AwsSite { PodRange: { } pods } aws
                && SiteRanges.Of(aws, settings.Addresses) is { Network: var network }
                && PrivateRanges.All.Any(space => space != PrivateRanges.Carrier && space.Contains(pods) && !space.Contains(network)))
            {
                yield return new Fault(
                    $"sites.{key}.podRange",
                    $"must lie in {PrivateRanges.Carrier}, or in the same private space as the network, which is {network}",
                    pods.ToString(),
                    $"choose a range of {PrivateRanges.Carrier}");
            }
        }
    }
}
