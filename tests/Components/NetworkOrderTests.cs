using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>What of a network a cluster waits for, with both of them there.</summary>
[Collection(Evaluations.Name)]
public sealed class NetworkOrderTests
{
    [Theory]
    [InlineData(NatMode.Regional)]
    [InlineData(NatMode.PerZone)]
    [InlineData(NatMode.None)]
    public async Task ControlPlane_WaitsForNoRouteAndNoEndpoint(NatMode nat)
    {
        var asked = await RunAsync(nat);
        Assert.Equal(
            ["Key", "LogGroup", "Role", "RolePolicy", "RolePolicyAttachment", "Subnet", "Vpc"],
            asked.TypesBefore(asked.One("aws:eks/cluster:Cluster")));
    }

    [Fact]
    public async Task Nodes_WaitForEveryEndpoint_WhereThereIsNoNat()
    {
        var asked = await RunAsync(NatMode.None);
        var before = asked.One("aws:eks/nodeGroup:NodeGroup", "east-general-az1").DependsOn;
        Assert.All(asked.OfType("aws:ec2/vpcEndpoint:VpcEndpoint"), endpoint => Assert.Contains(endpoint.Urn, before));
        Assert.All(asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), rule => Assert.Contains(rule.Urn, before));
    }

    [Fact]
    public async Task Nodes_WaitForRoutes_AndForNoEndpoint_WhereThereIsNat()
    {
        var asked = await RunAsync(NatMode.Regional);
        var before = asked.One("aws:eks/nodeGroup:NodeGroup", "east-general-az1").DependsOn;
        Assert.Equal(3, before.Count(urn => asked.Find(urn)!.Type == "aws:ec2/route:Route"));
        Assert.DoesNotContain(before, urn => asked.Find(urn)!.Type == "aws:ec2/vpcEndpoint:VpcEndpoint");
    }

    [Fact]
    public async Task Nodes_WaitForNoAccessList_AndNoFlowLog()
    {
        var asked = await RunAsync(NatMode.Regional);
        var types = asked.TypesBefore(asked.One("aws:eks/nodeGroup:NodeGroup", "east-general-az1"));
        Assert.DoesNotContain("NetworkAcl", types);
        Assert.DoesNotContain("FlowLog", types);
    }

    [Fact]
    public async Task NatGateways_WaitForTheInternetGateway_AndForNoEndpoint()
    {
        var asked = await RunAsync(NatMode.Regional);
        Assert.Equal(["InternetGateway", "Vpc"], asked.TypesBefore(asked.One("aws:ec2/natGateway:NatGateway")));
    }

    private static Task<Asked> RunAsync(NatMode nat) => Harness.RunAsync((aws, gcp) =>
    {
        var network = new AwsNetwork("net", AwsNetworkTests.ThreeZones with { Nat = nat }, aws);
        _ = new EksCluster("east", EksClusterTests.Args() with
        {
            ControlPlaneSubnetIds = InZoneOrder(network.IntraSubnetIds),
            NodeSubnetIds = network.PrivateSubnets.ToImmutableSortedDictionary(subnet => subnet.Key, subnet => (Input<string>)subnet.Value, StringComparer.Ordinal),
            WayOut = network.WayOut,
        }, aws);
    });

    private static InputList<string> InZoneOrder(Output<ImmutableDictionary<string, string>> idByZone) =>
        idByZone.Apply(ids => ids.OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => id.Value).ToImmutableArray());
}
