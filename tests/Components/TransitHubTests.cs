using System.Collections.Immutable;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class TransitHubTests
{
    [Fact]
    public async Task Makes_OneTablePerSegment_AndThreeResourcesPerNetwork()
    {
        var asked = await RunAsync(("a", "mesh"), ("b", "mesh"), ("c", "guest"));
        Assert.Equal(
            [
                "aws:ec2transitgateway/routeTable:RouteTable 2",
                "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 3",
                "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 3",
                "aws:ec2transitgateway/transitGateway:TransitGateway 1",
                "aws:ec2transitgateway/vpcAttachment:VpcAttachment 3",
            ],
            asked.Counts());
    }

    [Fact]
    public async Task KeepsSegmentsApart()
    {
        var asked = await RunAsync(("a", "mesh"), ("c", "guest"));
        var guest = asked.One("aws:ec2transitgateway/routeTable:RouteTable", "hub-guest").Urn;
        var propagation = asked.One("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", "hub-a");
        Assert.DoesNotContain(guest, propagation.PropertyDependencies["transitGatewayRouteTableId"]!);
    }

    [Fact]
    public async Task SharesNothing_ThatIsNotStated()
    {
        var asked = await RunAsync(("a", "mesh"));
        var gateway = asked.One("aws:ec2transitgateway/transitGateway:TransitGateway");
        Assert.Equal("disable", gateway.Input("autoAcceptSharedAttachments"));
        Assert.Equal("disable", gateway.Input("defaultRouteTableAssociation"));
        Assert.Equal("disable", gateway.Input("defaultRouteTablePropagation"));
        Assert.True(gateway.Options.Protect);

        var attachment = asked.One("aws:ec2transitgateway/vpcAttachment:VpcAttachment");
        Assert.Equal("false", attachment.Input("transitGatewayDefaultRouteTableAssociation"));
        Assert.Equal("false", attachment.Input("transitGatewayDefaultRouteTablePropagation"));
    }

    [Fact]
    public async Task Refuses_AHubWithoutNetworks() => Assert.Contains(
        "networks: must hold at least one network; got none; attach one, or leave the hub out",
        await Harness.FailAsync((aws, gcp) => _ = new TransitHub("hub", Args([]), aws)),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(params (string Key, string Segment)[] networks) =>
        Harness.RunAsync((aws, gcp) => _ = new TransitHub("hub", Args(networks), aws));

    private static TransitHubArgs Args((string Key, string Segment)[] networks) => new()
    {
        PhysicalName = "test-hub",
        Asn = 64512,
        Networks = networks.ToImmutableSortedDictionary(network => network.Key, network => new AttachedNetwork
        {
            VpcId = $"vpc-{network.Key}",
            SubnetIds = new[] { $"subnet-{network.Key}1", $"subnet-{network.Key}2" },
            Segment = network.Segment,
        }, StringComparer.Ordinal),
        Protect = true,
    };
}
