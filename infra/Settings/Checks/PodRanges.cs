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
            if (site is AwsSite { PodRange: { } pods, Network: var network }
                && PrivateSpace.Ranges.Any(space => space != PrivateSpace.Carrier && space.Contains(pods) && !space.Contains(network)))
            {
                yield return new Fault(
                    $"sites.{key}.podRange",
                    $"must lie in {PrivateSpace.Carrier}, or in the same private space as the network, which is {network}",
                    pods.ToString(),
                    $"choose a range of {PrivateSpace.Carrier}");
            }
        }
    }
}
