using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.Controllers;

/// <summary>Runs what goes into a cluster, in the cluster of <see cref="EksClusterTests"/>.</summary>
internal static class InCluster
{
    public const string Release = "kubernetes:helm.sh/v3:Release";

    public const string Account = "123456789012";

    public const string Region = "us-east-1";

    public static async Task<Asked> RunAsync(Action<EksCluster, ComponentResourceOptions> make) => await Harness.RunAsync((aws, _) =>
        make(new EksCluster("east", EksClusterTests.Args(), aws), aws));

    /// <summary>What a run asked for besides the cluster: how many of each type.</summary>
    public static async Task<IEnumerable<string>> CountsAsync(Action<EksCluster, ComponentResourceOptions> make)
    {
        var cluster = (await RunAsync((_, _) => { })).Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        return new Asked([.. (await RunAsync(make)).Resources.Where(resource => !cluster.Contains(resource.Urn))]).Counts();
    }

    public static AwsLoadBalancerControllerArgs LoadBalancers(EksCluster cluster) => new()
    {
        Cluster = cluster,
        AccountId = Account,
        Region = Region,
        VpcId = "vpc-1",
        ChartVersion = "3.5.0",
    };
}
