using System.Collections.Immutable;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

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
                "aws:cloudwatch/logGroup:LogGroup 1",
                "aws:ec2/flowLog:FlowLog 1",
                "aws:ec2transitgateway/routeTable:RouteTable 2",
                "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 3",
                "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 3",
                "aws:ec2transitgateway/transitGateway:TransitGateway 1",
                "aws:ec2transitgateway/vpcAttachment:VpcAttachment 3",
                "aws:iam/role:Role 1",
                "aws:iam/rolePolicy:RolePolicy 1",
                "aws:kms/alias:Alias 1",
                "aws:kms/key:Key 1",
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
        Assert.Equal("disable", attachment.Input("applianceModeSupport"));
    }

    [Fact]
    public async Task DropsWhatABlackholeNames_InThatSegmentOnly()
    {
        var before = await RunAsync(("a", "mesh"), ("c", "guest"));
        var after = await RunAsync(
            args => args with { Blackholes = args.Blackholes.Add("guest", [Cidr.Parse("10.0.0.0/8")!.Value]) },
            ("a", "mesh"),
            ("c", "guest"));

        var route = Assert.Single(after.Resources, now => before.Find(now.Urn) is null);
        Assert.Equal("aws:ec2transitgateway/route:Route", route.Type);
        Assert.Equal("hub-guest-blackhole-10.0.0.0-8", route.Name);
        Assert.Equal("10.0.0.0/8", route.Input("destinationCidrBlock"));
        Assert.Equal("true", route.Input("blackhole"));
        Assert.Equal("absent", route.Input("transitGatewayAttachmentId"));
        Assert.Equal([after.One("aws:ec2transitgateway/routeTable:RouteTable", "hub-guest").Urn], route.PropertyDependencies["transitGatewayRouteTableId"]!);
        Assert.All(before.Resources, old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
    }

    [Fact]
    public async Task RecordsItsFlows_AsAwsTakesThemOfAGateway()
    {
        var asked = await RunAsync(("a", "mesh"));
        var log = asked.One("aws:ec2/flowLog:FlowLog");
        Assert.Equal([asked.One("aws:ec2transitgateway/transitGateway:TransitGateway").Urn], log.PropertyDependencies["transitGatewayId"]!);
        Assert.Equal("60", log.Input("maxAggregationInterval"));
        Assert.Equal("absent", log.Input("trafficType"));
        Assert.Equal("absent", log.Input("vpcId"));

        var group = asked.One("aws:cloudwatch/logGroup:LogGroup");
        Assert.Equal("/aws/transit-gateway/test-east-hub-flow", group.Input("name"));
        Assert.Equal("90", group.Input("retentionInDays"));
        Assert.StartsWith("arn:aws:kms:", group.Input("kmsKeyId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovesNothing_WhenANetworkComes()
    {
        var before = await RunAsync(("a", "mesh"));
        var after = await RunAsync(("a", "mesh"), ("b", "mesh"));
        Assert.All(before.Resources, old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
        Assert.Equal(3, after.Resources.Count - before.Resources.Count);
    }

    [Fact]
    public async Task Refuses_ABlackhole_OfNoSegment() => Assert.Contains(
        "blackholes.guest: must be a segment of the hub; got guest; name one that a network belongs to",
        await Harness.FailAsync((aws, gcp) => _ = new TransitHub(
            "hub",
            Args([("a", "mesh")]) with
            {
                Blackholes = ImmutableSortedDictionary<string, ImmutableArray<Cidr>>.Empty.Add("guest", [Cidr.Parse("10.0.0.0/8")!.Value]),
            },
            aws)),
        StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_AHubWithoutNetworks() => Assert.Contains(
        "networks: must hold at least one network; got none; attach one, or leave the hub out",
        await Harness.FailAsync((aws, gcp) => _ = new TransitHub("hub", Args([]), aws)),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(params (string Key, string Segment)[] networks) => RunAsync(args => args, networks);

    private static Task<Asked> RunAsync(Func<TransitHubArgs, TransitHubArgs> with, params (string Key, string Segment)[] networks) =>
        Harness.RunAsync((aws, gcp) => _ = new TransitHub("hub", with(Args(networks)), aws));

    private static TransitHubArgs Args((string Key, string Segment)[] networks) => new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        PhysicalName = "test-east",
        LogRetentionDays = 90,
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
