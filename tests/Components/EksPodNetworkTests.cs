using System.Text.Json;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What reaches the pods of EKS, and where they have their addresses from.</summary>
[Collection(Evaluations.Name)]
public sealed class EksPodNetworkTests
{
    private const string Addon = "aws:eks/addon:Addon";
    private const string Cluster = "aws:eks/cluster:Cluster";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    /// <summary>EKS puts nodes into the cluster's own group unless told of another, and within that group every port is open.</summary>
    [Fact]
    public async Task IsReached_OnEveryPort_ByTheControlPlane_WhoseGroupNodesAreIn()
    {
        var asked = await EksClusterTests.RunAsync();
        Assert.Equal("absent", asked.One(Cluster).Input("vpcConfig>securityGroupIds"));
        Assert.Equal("absent", asked.One(Template).Input("vpcSecurityGroupIds"));
        Assert.Equal("absent", asked.One(Template).Input("networkInterfaces"));
        Assert.DoesNotContain("SecurityGroup", asked.Resources.Select(resource => resource.Type.Split(':')[^1]));
        Assert.DoesNotContain("SecurityGroupIngressRule", asked.Resources.Select(resource => resource.Type.Split(':')[^1]));
    }

    [Fact]
    public async Task HeedsNetworkPolicies()
    {
        using var values = await ValuesAsync();
        Assert.Equal("true", values.RootElement.GetProperty("enableNetworkPolicy").GetString());
    }

    [Fact]
    public async Task HasPrefixes_BeforeTheFirstNode_WhichCountsItsPodsByThem()
    {
        using var values = await ValuesAsync();
        Assert.Equal("true", values.RootElement.GetProperty("env").GetProperty("ENABLE_PREFIX_DELEGATION").GetString());
        var asked = await EksClusterTests.RunAsync();
        Assert.All(asked.OfType("aws:eks/nodeGroup:NodeGroup"), group => Assert.Contains(asked.One(Addon, "east-vpc-cni").Urn, group.DependsOn));
    }

    private static async Task<JsonDocument> ValuesAsync() =>
        JsonDocument.Parse((await EksClusterTests.RunAsync()).One(Addon, "east-vpc-cni").Input("configurationValues"));
}
