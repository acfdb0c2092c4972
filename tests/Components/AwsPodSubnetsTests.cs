using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class AwsPodSubnetsTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";

    private static readonly AwsNetworkArgs WithPods = AwsNetworkTests.ThreeZones with { PodRange = Cidr.Parse("100.64.0.0/16")!.Value };

    [Fact]
    public async Task AddsARange_AndThreeResourcesPerZone_AndMovesNoSubnet()
    {
        var before = await RunAsync(AwsNetworkTests.ThreeZones);
        var after = await RunAsync(WithPods);
        var come = after.Resources.Where(now => now.IsCustom && before.Find(now.Urn) is null).ToList();
        Assert.Equal(
            [
                "aws:ec2/networkAclAssociation:NetworkAclAssociation 3",
                "aws:ec2/routeTableAssociation:RouteTableAssociation 3",
                "aws:ec2/subnet:Subnet 3",
                "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation 1",
            ],
            new Asked(come).Counts());

        // The access lists learn of the second range; nothing else changes.
        var changed = before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)?.Inputs)).Select(old => old.Type).Distinct(StringComparer.Ordinal);
        Assert.Equal(["aws:ec2/networkAcl:NetworkAcl"], changed);
    }

    [Theory]
    [InlineData("use1-az1", "100.64.0.0/19")]
    [InlineData("use1-az2", "100.64.32.0/19")]
    [InlineData("use1-az4", "100.64.64.0/19")]
    public async Task GivesEachZone_ThePartOfItsSlot(string zone, string range) =>
        Assert.Equal(range, (await RunAsync(WithPods)).One(Subnet, $"east-pods-{zone}").Input("cidrBlock"));

    [Fact]
    public async Task MovesNothing_WhenAZoneComes()
    {
        var before = await RunAsync(WithPods);
        var after = await RunAsync(WithPods with { Zones = WithPods.Zones.Add("use1-az3", 3) });
        Assert.Equal(
            ["east-endpoint-s3"],
            before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)?.Inputs)).Select(old => old.Name));
    }

    [Fact]
    public async Task IsFoundByTheNetworkAddon_AndByNoLoadBalancer() => Assert.Equal(
        "{Name: test-east-pods-use1-az1, kubernetes.io/role/cni: 1}",
        (await RunAsync(WithPods)).One(Subnet, "east-pods-use1-az1").Input("tags"));

    [Fact]
    public async Task WaitsForItsRange_AndLeavesByTheNodesWay()
    {
        var asked = await RunAsync(WithPods);
        var subnet = asked.One(Subnet, "east-pods-use1-az1");
        Assert.Contains(asked.One("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation").Urn, subnet.DependsOn);
        Assert.True(subnet.Options.Protect);
        Assert.Equal(
            [asked.One("aws:ec2/routeTable:RouteTable", "east-private-use1-az1").Urn],
            asked.One("aws:ec2/routeTableAssociation:RouteTableAssociation", "east-pods-use1-az1").PropertyDependencies["routeTableId"]!);
    }

    private static Task<Asked> RunAsync(AwsNetworkArgs args) => Harness.RunAsync((aws, gcp) => _ = new AwsNetwork("east", args, aws));
}
