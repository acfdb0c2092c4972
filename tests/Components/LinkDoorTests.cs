using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class LinkDoorTests
{
    [Fact]
    public async Task TheNetwork_HasARoute_ToEachRangeOfThePeer_InEachTable()
    {
        var asked = await RunAsync();
        Assert.Equal(
            ["rtb-a 10.32.0.0/23", "rtb-a 10.64.0.0/17", "rtb-b 10.32.0.0/23", "rtb-b 10.64.0.0/17"],
            asked.OfType("aws:ec2/route:Route").Select(route => $"{route.Input("routeTableId")} {route.Input("destinationCidrBlock")}").Order(StringComparer.Ordinal));
        Assert.All(asked.OfType("aws:ec2/route:Route"), route => Assert.Equal([asked.One("aws:ec2transitgateway/vpcAttachment:VpcAttachment").Urn], route.DependsOn));
    }

    [Fact]
    public async Task Doors_AreOpen_AtTheMeshsPortsAlone_AndForThePeerAlone()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                "icmp 3 4 10.32.0.0/23", "icmp 3 4 10.64.0.0/17", "tcp 15021 15021 10.32.0.0/23", "tcp 15021 15021 10.64.0.0/17",
                "tcp 15443 15443 10.32.0.0/23", "tcp 15443 15443 10.64.0.0/17",
            ],
            asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                .Select(rule => $"{rule.Input("ipProtocol")} {rule.Input("fromPort")} {rule.Input("toPort")} {rule.Input("cidrIpv4")}").Order(StringComparer.Ordinal));
        var firewall = asked.One("gcp:compute/firewall:Firewall");
        Assert.Equal(("[10.0.0.0/16, 172.24.0.0/16]", "INGRESS"), (firewall.Input("sourceRanges"), firewall.Input("direction")));
        Assert.Equal("[{ports: [15021, 15443], protocol: tcp}, {protocol: icmp}]", firewall.Input("allows"));
    }

    [Fact]
    public async Task Doors_AreOpen_AtTheBridgesPortToo_WhereItIsAskedFor()
    {
        var asked = await RunAsync([], [LinkPorts.Bridge]);
        Assert.Equal(
            ["tcp 8443 8443 10.32.0.0/23", "tcp 8443 8443 10.64.0.0/17"],
            asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Where(rule => rule.Input("toPort") == "8443")
                .Select(rule => $"{rule.Input("ipProtocol")} {rule.Input("fromPort")} {rule.Input("toPort")} {rule.Input("cidrIpv4")}").Order(StringComparer.Ordinal));
        var bridge = asked.One("gcp:compute/firewall:Firewall", "door-bridge");
        Assert.Equal(("[{ports: [8443], protocol: tcp}]", "[10.0.0.0/16]"), (bridge.Input("allows"), bridge.Input("sourceRanges")));
    }

    [Fact]
    public async Task WhereNobodyListens_TooBigMessagesPass_AndNothingElse()
    {
        var asked = await RunAsync([]);
        Assert.All(asked.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), rule => Assert.Equal("icmp", rule.Input("ipProtocol")));
        Assert.Equal("[{protocol: icmp}]", asked.One("gcp:compute/firewall:Firewall").Input("allows"));
    }

    private static Task<Asked> RunAsync(ImmutableArray<CalledPort>? ports = null, ImmutableArray<CalledPort>? bridge = null) => Harness.RunAsync((aws, gcp) =>
    {
        _ = new AwsLinkDoor("door", new()
        {
            PhysicalName = "test-east",
            TransitGatewayId = "tgw-1",
            Attached = new VpcAttachment("vpc", new() { TransitGatewayId = "tgw-1", VpcId = "vpc-1", SubnetIds = { "subnet-1" } }, new() { Provider = aws.Provider }),
            RouteTableIds = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal)
                .Add("a", Output.Create("rtb-a")).Add("b", Output.Create("rtb-b")),
            SecurityGroupId = "sg-1",
            Ports = [.. bridge ?? [], .. ports ?? LinkPorts.All],
            PeerRanges = [Cidr.Parse("10.32.0.0/23")!.Value, Cidr.Parse("10.64.0.0/17")!.Value],
        }, aws);
        _ = new GoogleLinkDoor("door", new()
        {
            Project = "acme-mesh",
            PhysicalName = "test-east",
            NetworkSelfLink = "network",
            Ports = ports ?? LinkPorts.All,
            PeerRanges = [Cidr.Parse("10.0.0.0/16")!.Value, Cidr.Parse("172.24.0.0/16")!.Value],
            BridgePorts = bridge ?? [],
            EndRanges = [Cidr.Parse("10.0.0.0/16")!.Value],
        }, gcp);
    });
}
