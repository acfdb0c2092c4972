using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EksAutoModeTests
{
    private const string Cluster = "aws:eks/cluster:Cluster";

    [Fact]
    public async Task TurnsOn_NodesDisksAndLoadBalancers_AllTogether()
    {
        var cluster = (await AloneAsync()).One(Cluster);
        Assert.Equal(("true", "true", "true"), Switches(cluster));
        Assert.Equal("[general-purpose, system]", cluster.Input("computeConfig>nodePools"));
    }

    [Fact]
    public async Task TurnsOff_AllThree_WhereItIsNotAskedFor() => Assert.Equal(("false", "false", "false"), Switches((await EksClusterTests.RunAsync()).One(Cluster)));

    [Fact]
    public async Task StandsItsNodes_WhereThereIsAWayOut() => Assert.Equal("[subnet-3, subnet-4]", (await AloneAsync()).One(Cluster).Input("vpcConfig>subnetIds"));

    [Fact]
    public async Task GivesTheControlPlane_WhatItNeedsToBringNodes()
    {
        var asked = await AloneAsync();
        Assert.Equal(
            ["AmazonEKSBlockStoragePolicy", "AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy"],
            Policies(asked, "east-control-plane"));
        Assert.Contains("[\"sts:AssumeRole\",\"sts:TagSession\"]", asked.One("aws:iam/role:Role", "east-control-plane").Input("assumeRolePolicy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesNodes_TheSmallestRole_AndNoEntry_WhichEksMakes()
    {
        var asked = await AloneAsync();
        Assert.Equal(["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodeMinimalPolicy"], Policies(asked, "east-auto-node"));
        Assert.Equal("east-platform", asked.One("aws:eks/accessEntry:AccessEntry").Name);
        Assert.DoesNotContain(asked.Resources, resource => resource.Name == "east-node");
    }

    [Fact]
    public async Task BringsNoAddon_WhoseWorkItDoes() => Assert.Equal(["east-metrics-server"], (await AloneAsync()).OfType("aws:eks/addon:Addon").Select(addon => addon.Name));

    [Fact]
    public async Task Addons_WaitForTheWayOut_OfTheNodeThatTheyAskFor()
    {
        var asked = await AloneAsync();
        Assert.Contains(asked.One("aws:ec2/route:Route").Urn, asked.One("aws:eks/addon:Addon").DependsOn);
    }

    [Fact]
    public async Task KeepsAllAddons_WhereGroupsStandBeside()
    {
        var asked = await EksClusterTests.RunAsync(args => args with { AutoMode = new(["general-purpose"]) });
        Assert.Equal(7, asked.OfType("aws:eks/addon:Addon").Count());
        Assert.Equal(2, asked.OfType("aws:eks/nodeGroup:NodeGroup").Count());
    }

    private static Task<Asked> AloneAsync() => EksClusterTests.RunAsync(args => args with
    {
        AutoMode = new(["general-purpose", "system"]),
        Pools = ImmutableSortedDictionary<string, EksPool>.Empty,
    });

    private static (string Nodes, string Disks, string LoadBalancers) Switches(CrossCloudMesh.Plan.PlannedResource cluster) => (
        cluster.Input("computeConfig>enabled"),
        cluster.Input("storageConfig>blockStorage>enabled"),
        cluster.Input("kubernetesNetworkConfig>elasticLoadBalancing>enabled"));

    private static IEnumerable<string> Policies(Asked asked, string role) => asked
        .OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
        .Where(attachment => attachment.PropertyDependencies["role"]!.Contains(asked.One("aws:iam/role:Role", role).Urn))
        .Select(attachment => attachment.Input("policyArn").Split('/')[^1])
        .Order(StringComparer.Ordinal);
}
