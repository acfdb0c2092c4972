using System.Collections.Immutable;
using CrossCloudMesh.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class TransitPeeringTests
{
    private const string Request = "aws:ec2transitgateway/peeringAttachment:PeeringAttachment";
    private const string Acceptance = "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter";
    private const string Association = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    private const string HubRoute = "aws:ec2transitgateway/route:Route";

    [Fact]
    public async Task Makes_OneRequest_OneAcceptance_AndARoutePerSegmentAndRange() => Assert.Equal(
        [
            "aws:ec2transitgateway/peeringAttachment:PeeringAttachment 1",
            "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter 1",
            "aws:ec2transitgateway/route:Route 4",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 2",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task TheRequest_NamesTheOtherEnd_AndAsksForNoDynamicRouting()
    {
        var request = (await RunAsync()).One(Request);
        Assert.Equal(
            ("tgw-east", "tgw-west", "210987654321", "eu-west-1", "absent"),
            (request.Input("transitGatewayId"), request.Input("peerTransitGatewayId"), request.Input("peerAccountId"), request.Input("peerRegion"), request.Input("options")));
        Assert.Equal("test-atlantic", request.Input("tags>Name"));
    }

    [Fact]
    public async Task EachEnd_IsMadeByItsOwnProvider()
    {
        var asked = await RunAsync();
        var (east, west) = (asked.One(Request).Provider, asked.One(Acceptance).Provider);
        Assert.EndsWith("::aws", east, StringComparison.Ordinal);
        Assert.EndsWith("::aws-west", west, StringComparison.Ordinal);
        Assert.All(
            asked.OfType(Association).Concat(asked.OfType(HubRoute)),
            resource => Assert.Equal(resource.Name.StartsWith("link-requester", StringComparison.Ordinal) ? east : west, resource.Provider));
    }

    [Fact]
    public async Task EachEnd_RoutesWhatComesIn_ByItsTableOfLinks()
    {
        var asked = await RunAsync();
        Assert.Equal("tgw-rtb-east-links", asked.One(Association, "link-requester").Input("transitGatewayRouteTableId"));
        Assert.Equal("tgw-rtb-west-links", asked.One(Association, "link-accepter").Input("transitGatewayRouteTableId"));
        Assert.Equal([asked.One(Request).Urn], asked.One(Association, "link-requester").PropertyDependencies["transitGatewayAttachmentId"]!);
        Assert.Equal([asked.One(Acceptance).Urn], asked.One(Association, "link-accepter").PropertyDependencies["transitGatewayAttachmentId"]!);
        // An attachment has one table at a time: a new association must wait until the old one is gone.
        Assert.All(asked.OfType(Association), association => Assert.True(association.Options.DeleteBeforeReplace));
    }

    [Fact]
    public async Task EachSegment_HasARoute_ToEachRangeOfTheOtherEnd()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                "tgw-rtb-east-guest 10.8.0.0/16", "tgw-rtb-east-mesh 10.8.0.0/16", "tgw-rtb-west-mesh 10.0.0.0/16", "tgw-rtb-west-mesh 100.64.0.0/16",
            ],
            asked.OfType(HubRoute).Select(route => $"{route.Input("transitGatewayRouteTableId")} {route.Input("destinationCidrBlock")}").Order(StringComparer.Ordinal));
        Assert.All(asked.OfType(HubRoute), route => Assert.Equal(
            [(route.Name.StartsWith("link-requester", StringComparison.Ordinal) ? asked.One(Request) : asked.One(Acceptance)).Urn],
            route.PropertyDependencies["transitGatewayAttachmentId"]!));
    }

    [Fact]
    public async Task Nothing_IsAssociatedOrRouted_BeforeThePeeringIsAccepted()
    {
        var asked = await RunAsync();
        Assert.Equal([asked.One(Request).Urn], asked.One(Acceptance).PropertyDependencies["transitGatewayAttachmentId"]!);
        Assert.All(asked.OfType(Association).Concat(asked.OfType(HubRoute)), resource => Assert.Equal([asked.One(Acceptance).Urn], resource.DependsOn));
    }

    [Fact]
    public async Task BothEnds_AreProtected()
    {
        var asked = await RunAsync();
        Assert.True(asked.One(Request).Options.Protect);
        Assert.True(asked.One(Acceptance).Options.Protect);
    }

    [Fact]
    public async Task LetsLargePacketsPass()
    {
        var sizes = new List<int>();
        await Harness.RunAsync((aws, _) => Output.Tuple(Make(aws, args => args).PathMtuBytes, Make(aws, args => args, "other").TcpMssBytes).Apply(each =>
        {
            sizes.AddRange([each.Item1, each.Item2]);
            return each;
        }));
        Assert.Equal([8500, 8460], sizes.Distinct());
    }

    [Fact]
    public async Task Refuses_TwoSitesOfOneRegion() => Assert.Contains(
        "accepter.region: must differ from the requester's: within one region AWS gives the accepter's end an id that the provider does not tell, "
        + "so nothing can accept it; got us-east-1; peer sites of two regions",
        await FailAsync(args => args with { Accepter = args.Accepter with { Aws = args.Accepter.Aws with { Region = "us-east-1" } } }),
        StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_EqualNumbers() => Assert.Contains(
        "accepter.asn: must differ from the requester's, as AWS advises for routes that peerings may one day learn, and a hub with BGP cannot change it then; got 64512",
        await FailAsync(args => args with { Accepter = args.Accepter with { Aws = args.Accepter.Aws with { Asn = 64512 } } }),
        StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_RangesThatOverlap() => Assert.Contains(
        "accepter.ranges: must not overlap the requester's, which hold 10.0.0.0/16: neither hub could tell the two apart; got 10.0.128.0/17",
        await FailAsync(args => args with { Accepter = args.Accepter with { Aws = args.Accepter.Aws with { Ranges = [Cidr.Parse("10.0.128.0/17")!.Value] } } }),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync() => Harness.RunAsync((aws, _) => Make(aws, args => args));

    private static Task<string> FailAsync(Func<TransitPeeringArgs, TransitPeeringArgs> with) => Harness.FailAsync((aws, _) => Make(aws, with));

    private static TransitPeering Make(ComponentResourceOptions aws, Func<TransitPeeringArgs, TransitPeeringArgs> with, string name = "link") => new(name, with(new()
    {
        PhysicalName = "test-atlantic",
        Requester = new()
        {
            Provider = aws.Provider!,
            Aws = End("east", "123456789012", "us-east-1", 64512, ["10.0.0.0/16", "100.64.0.0/16"], ["guest", "mesh"]),
        },
        Accepter = new()
        {
            Provider = new Pulumi.Aws.Provider(name == "link" ? "aws-west" : "aws-west-of-other", new() { Region = "eu-west-1" }),
            Aws = End("west", "210987654321", "eu-west-1", 64513, ["10.8.0.0/16"], ["mesh"]),
        },
        Protect = true,
    }));

    private static AwsLinkEnd End(string site, string account, string region, int asn, string[] ranges, string[] segments) => new()
    {
        AccountId = account,
        Region = region,
        Asn = asn,
        TransitGatewayId = $"tgw-{site}",
        LinkTableId = $"tgw-rtb-{site}-links",
        SegmentTables = segments.ToImmutableSortedDictionary(segment => segment, segment => Output.Create($"tgw-rtb-{site}-{segment}"), StringComparer.Ordinal),
        Ranges = [.. ranges.Select(range => Cidr.Parse(range)!.Value)],
    };
}
