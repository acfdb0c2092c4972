using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>EKS takes Service addresses from fewer ranges than the rest of the plan may use.</summary>
/// <remarks>Source: EKS API reference, KubernetesNetworkConfigRequest, serviceIpv4Cidr.</remarks>
internal static class EksServiceRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is AwsSite { Cluster.Services: var services } && PrivateSpace.Carrier.Contains(services))
            {
                yield return new Fault(
                    $"sites.{key}.cluster.services",
                    $"must not lie in {PrivateSpace.Carrier}, which EKS refuses for Services",
                    services.ToString(),
                    "choose a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
            }
        }
    }
}
