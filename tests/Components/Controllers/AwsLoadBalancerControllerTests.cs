using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components.Controllers;

[Collection(Evaluations.Name)]
public sealed class AwsLoadBalancerControllerTests
{
    /// <summary>What IAM admits in all inline policies of a role, spaces left out.</summary>
    private const int PolicyLimit = 10_240;

    [Fact]
    public async Task Makes_AnIdentity_AndARelease() => Assert.Equal(
        [
            "aws:eks/podIdentityAssociation:PodIdentityAssociation 1",
            "aws:iam/role:Role 1",
            "aws:iam/rolePolicy:RolePolicy 1",
            "kubernetes:helm.sh/v3:Release 1",
        ],
        await InCluster.CountsAsync((cluster, aws) => _ = new AwsLoadBalancerController("east-balancers", InCluster.LoadBalancers(cluster), aws)));

    [Fact]
    public async Task TellsTheController_WhatItCannotAskItsNode()
    {
        var release = (await RunAsync()).One(InCluster.Release);
        Assert.Equal("test-east", release.Input("values>clusterName"));
        Assert.Equal("us-east-1", release.Input("values>region"));
        Assert.Equal("vpc-1", release.Input("values>vpcId"));
        Assert.Equal("aws-load-balancer-controller", release.Input("values>serviceAccount>name"));
    }

    [Fact]
    public async Task MakesLoadBalancersInternal_UnlessTheySayOtherwise() =>
        Assert.Equal("internal", (await RunAsync()).One(InCluster.Release).Input("values>defaultLoadBalancerScheme"));

    [Fact]
    public async Task TakesTheChart_InItsVersion_FromItsRepository()
    {
        var release = (await RunAsync()).One(InCluster.Release);
        Assert.Equal("aws-load-balancer-controller", release.Input("chart"));
        Assert.Equal("3.5.0", release.Input("version"));
        Assert.Equal("{repo: https://aws.github.io/eks-charts}", release.Input("repositoryOpts"));
        Assert.Equal("absent", release.Input("values>image"));
    }

    [Fact]
    public async Task TakesChartAndImage_FromTheMirror_WhereThereIsOne()
    {
        var release = (await RunAsync(args => args with { Mirror = "registry.example/mirror" })).One(InCluster.Release);
        Assert.Equal("oci://registry.example/mirror/charts/aws-load-balancer-controller", release.Input("chart"));
        Assert.Equal("absent", release.Input("repositoryOpts"));
        Assert.Equal("registry.example/mirror/eks/aws-load-balancer-controller", release.Input("values>image>repository"));
    }

    [Fact]
    public async Task ChangesOnly_WhatIsOfItsCluster_OrInItsNetwork()
    {
        var policy = (await RunAsync()).One("aws:iam/rolePolicy:RolePolicy", "east-balancers").Input("policy");
        Assert.Contains("""
            "StringEquals":{"aws:ResourceTag/elbv2.k8s.aws/cluster":"test-east"}
            """, policy, StringComparison.Ordinal);
        Assert.Contains("""
            "ArnEquals":{"ec2:Vpc":"arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1"}
            """, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("waf", policy, StringComparison.Ordinal);
        Assert.InRange(policy.Length, 1, PolicyLimit);
    }

    [Fact]
    public async Task Everywhere_InThePolicy_OnlyReads_OrRulesOfItsNetwork()
    {
        var asked = await RunAsync();
        Assert.Equal(
            ["Look: StringEquals", "LookAtServerCertificates: ", "OpenGroups: ArnEquals"],
            PolicyText.Statements(asked.One("aws:iam/rolePolicy:RolePolicy", "east-balancers").Input("policy"))
                .Where(statement => statement.Resources is ["*"])
                .Select(statement => $"{statement.Sid}: {string.Join(", ", statement.Conditions)}"));
    }

    [Fact]
    public async Task Waits_UntilItsPodsCanBeWhoTheyAre()
    {
        var asked = await RunAsync();
        Assert.Contains(asked.One("aws:eks/podIdentityAssociation:PodIdentityAssociation").Urn, asked.One(InCluster.Release).DependsOn);
        Assert.Contains(asked.OfType("aws:eks/nodeGroup:NodeGroup").First().Urn, asked.One(InCluster.Release).DependsOn);
    }

    private static Task<Asked> RunAsync(Func<AwsLoadBalancerControllerArgs, AwsLoadBalancerControllerArgs>? with = null) => InCluster.RunAsync((cluster, aws) =>
    {
        var args = InCluster.LoadBalancers(cluster);
        _ = new AwsLoadBalancerController("east-balancers", with is null ? args : with(args), aws);
    });
}
