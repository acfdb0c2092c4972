using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>EKS takes Service addresses from fewer ranges than the rest of the plan may use.</summary>
/// <remarks>Source: EKS API reference, KubernetesNetworkConfigRequest, serviceIpv4Cidr.</remarks>
internal static class EksServiceRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var pools = settings.Addresses.Pools.Select(pool => ($"addresses.pools.{pool.Key}.services", (pool.Value as AwsAddressPoolSettings)?.Services));
        var sites = settings.Sites.Select(site =>
            ($"sites.{site.Key}.addresses.services", ((site.Value as AwsSite)?.Addresses as AwsAddressesByHand)?.Services));
        foreach (var (path, services) in pools.Concat(sites))
        {
            if (services is { } range && PrivateRanges.Carrier.Overlaps(range))
            {
                yield return new Fault(
                    path,
                    $"must not lie in {PrivateRanges.Carrier}, which EKS refuses for Services",
                    range.ToString(),
                    "choose a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
            }
        }
    }
}
