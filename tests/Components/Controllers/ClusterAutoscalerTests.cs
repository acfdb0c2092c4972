using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.Controllers;

[Collection(Evaluations.Name)]
public sealed class ClusterAutoscalerTests
{
    [Fact]
    public async Task Makes_AnIdentity_AndARelease() => Assert.Equal(
        [
            "aws:eks/podIdentityAssociation:PodIdentityAssociation 1",
            "aws:iam/role:Role 1",
            "aws:iam/rolePolicy:RolePolicy 1",
            "kubernetes:helm.sh/v3:Release 1",
        ],
        await InCluster.CountsAsync((cluster, aws) => _ = new ClusterAutoscaler("east-autoscaler", Args(cluster), aws)));

    [Fact]
    public async Task SizesExactlyItsGroups_BetweenTheirBounds()
    {
        var release = (await RunAsync()).One(InCluster.Release);
        Assert.Equal("[{maxSize: 4, minSize: 1, name: group-a}, {maxSize: 6, minSize: 0, name: group-b}]", release.Input("values>autoscalingGroups"));
        Assert.Equal("absent", release.Input("values>autoDiscovery"));
    }

    [Fact]
    public async Task KeepsTheFloor_AndTheBalance() => Assert.Equal(
        "{balance-similar-node-groups: true, enforce-node-group-min-size: true, skip-nodes-with-local-storage: false}",
        (await RunAsync()).One(InCluster.Release).Input("values>extraArgs"));

    [Fact]
    public async Task KnowsItsRegion_AndItsVersion()
    {
        var release = (await RunAsync()).One(InCluster.Release);
        Assert.Equal("us-east-1", release.Input("values>awsRegion"));
        Assert.Equal("{tag: v1.36.1}", release.Input("values>image"));
        Assert.Equal("9.59.0", release.Input("version"));
        Assert.Equal("{repo: https://kubernetes.github.io/autoscaler}", release.Input("repositoryOpts"));
    }

    [Fact]
    public async Task TakesChartAndImage_FromTheMirror_WhereThereIsOne()
    {
        var release = (await RunAsync(args => args with { Mirror = "registry.example/mirror" })).One(InCluster.Release);
        Assert.Equal("oci://registry.example/mirror/charts/cluster-autoscaler", release.Input("chart"));
        Assert.Equal("{repository: registry.example/mirror/autoscaling/cluster-autoscaler, tag: v1.36.1}", release.Input("values>image"));
    }

    [Fact]
    public async Task ChangesOnly_GroupsOfItsCluster() => Assert.Equal(
        ["Look * StringEquals", "LookAtNodeGroups arn:aws:eks:us-east-1:123456789012:nodegroup/test-east/*/* ", "Scale arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:* StringEquals"],
        PolicyText.Statements((await RunAsync()).One("aws:iam/rolePolicy:RolePolicy", "east-autoscaler").Input("policy"))
            .Select(statement => $"{statement.Sid} {string.Join(", ", statement.Resources)} {string.Join(", ", statement.Conditions)}"));

    [Fact]
    public async Task Refuses_NoGroup() => Assert.Contains(
        "groups: must hold at least one group; got none",
        await Harness.FailAsync((aws, gcp) => _ = new ClusterAutoscaler(
            "east-autoscaler", Args(new CrossCloudMesh.Clusters.EksCluster("east", EksClusterTests.Args(), aws)) with { Groups = [] }, aws)),
        StringComparison.Ordinal);

    private static ClusterAutoscalerArgs Args(CrossCloudMesh.Clusters.EksCluster cluster) => new()
    {
        Cluster = cluster,
        AccountId = InCluster.Account,
        Region = InCluster.Region,
        ChartVersion = "9.59.0",
        Version = "1.36.1",
        Groups = [new(Output.Create("group-a"), 1, 4), new(Output.Create("group-b"), 0, 6)],
    };

    private static Task<Asked> RunAsync(Func<ClusterAutoscalerArgs, ClusterAutoscalerArgs>? with = null) => InCluster.RunAsync((cluster, aws) =>
        _ = new ClusterAutoscaler("east-autoscaler", with is null ? Args(cluster) : with(Args(cluster)), aws));
}
