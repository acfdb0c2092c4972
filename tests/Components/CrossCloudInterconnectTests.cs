using System.Text;
using CrossCloudMesh.Links;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class CrossCloudInterconnectTests
{
    private const string Port = "aws:directconnect/connection:Connection";
    private const string Lag = "aws:directconnect/linkAggregationGroup:LinkAggregationGroup";
    private const string Cable = "gcp:compute/interconnect:Interconnect";
    private const string Attachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    private const string Interface = "gcp:compute/routerInterface:RouterInterface";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Vif = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";
    private const string Router = "gcp:compute/router:Router";

    [Theory]
    [InlineData(InterconnectTopology.OneMetro, 2, 1)]
    [InlineData(InterconnectTopology.TwoMetros, 4, 2)]
    public async Task Makes_AConnection_InEachDomain_OfEachMetro(InterconnectTopology topology, int connections, int routers) => Assert.Equal(
        [
            $"{Port} {connections}",
            "aws:directconnect/gateway:Gateway 1",
            "aws:directconnect/gatewayAssociation:GatewayAssociation 1",
            $"{Lag} {connections}",
            $"{Vif} {connections}",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 1",
            "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 1",
            $"{Cable} {connections}",
            $"{Attachment} {connections}",
            "gcp:compute/interconnectAttachmentGroup:InterconnectAttachmentGroup 1",
            "gcp:compute/interconnectGroup:InterconnectGroup 1",
            $"{Router} {routers}",
            $"{Interface} {connections}",
            $"{Peer} {connections}",
        ],
        (await RunAsync(topology)).Counts());

    [Theory]
    [InlineData(0, "iad-zone1-5467", "aws-csva1", "CSVA1", "us-east-1", "us-east4")]
    [InlineData(1, "iad-zone2-1", "aws-eqdc2", "EqDC2", "us-east-1", "us-east4")]
    [InlineData(2, "ord-zone1-7", "aws-eqc50", "EQC50", "us-east-2", "us-central1")]
    [InlineData(3, "ord-zone2-7", "aws-eqc50", "EQC50", "us-east-2", "us-central1")]
    public async Task BothEnds_OfACable_MeetInOnePlace(int number, string google, string remote, string aws, string awsRegion, string googleRegion)
    {
        var asked = await RunAsync();
        var (port, lag, cable) = (asked.One(Port, $"link-{number}"), asked.One(Lag, $"link-{number}"), asked.One(Cable, $"link-{number}"));

        Assert.Equal((aws, awsRegion, "100Gbps"), (port.Input("location"), port.Input("region"), port.Input("bandwidth")));
        Assert.Equal((aws, awsRegion, "100Gbps"), (lag.Input("location"), lag.Input("region"), lag.Input("connectionsBandwidth")));
        Assert.EndsWith($"/interconnectLocations/{google}", cable.Input("location"), StringComparison.Ordinal);
        Assert.EndsWith($"/interconnectRemoteLocations/{remote}", cable.Input("remoteLocation"), StringComparison.Ordinal);
        Assert.Equal(("DEDICATED", "LINK_TYPE_ETHERNET_100G_LR", "1"), (cable.Input("interconnectType"), cable.Input("linkType"), cable.Input("requestedLinkCount")));
        // A group that is given no connection makes one of its own and loses it again.
        Assert.Equal([port.Urn], lag.PropertyDependencies["connectionId"]!);
        Assert.Equal([cable.Urn], asked.One(Attachment, $"link-session-{number}").PropertyDependencies["interconnect"]!);
        Assert.Equal([lag.Urn], asked.One(Vif, $"link-session-{number}").PropertyDependencies["connectionId"]!);
        Assert.Equal((googleRegion, awsRegion), (asked.One(Attachment, $"link-session-{number}").Input("region"), asked.One(Vif, $"link-session-{number}").Input("region")));
    }

    [Theory]
    [InlineData(0, "1001", "169.254.128.97", "169.254.128.98")]
    [InlineData(1, "1002", "169.254.128.105", "169.254.128.106")]
    [InlineData(2, "1003", "169.254.128.113", "169.254.128.114")]
    [InlineData(3, "1004", "169.254.128.121", "169.254.128.122")]
    public async Task BothEnds_OfASession_SayTheSame(int number, string vlan, string google, string aws)
    {
        var asked = await RunAsync();
        var name = $"link-session-{number}";
        var (attachment, router, peer, vif) = (asked.One(Attachment, name), asked.One(Interface, name), asked.One(Peer, name), asked.One(Vif, name));

        Assert.Equal((vlan, vlan), (attachment.Input("vlanTag8021q"), vif.Input("vlan")));
        Assert.Equal(($"{google}/29", $"{aws}/29"), (attachment.Input("candidateCloudRouterIpAddress"), attachment.Input("candidateCustomerRouterIpAddress")));
        Assert.Equal(($"{google}/29", google, aws), (router.Input("ipRange"), peer.Input("ipAddress"), peer.Input("peerIpAddress")));
        Assert.Equal(($"{google}/29", $"{aws}/29"), (vif.Input("customerAddress"), vif.Input("amazonAddress")));

        // Each is told the other's number.
        Assert.Equal(("64700", "64600"), (peer.Input("peerAsn"), vif.Input("bgpAsn")));
        Assert.Equal("64700", asked.One("aws:directconnect/gateway:Gateway").Input("amazonSideAsn"));
        Assert.All(asked.OfType(Router), resource => Assert.Equal("64600", resource.Input("bgp>asn")));

        var key = vif.Input("bgpAuthKey");
        Assert.StartsWith("secret derived:", key, StringComparison.Ordinal);
        Assert.Equal(key, peer.Input("md5AuthenticationKey>key"));
        Assert.Equal(("8896", "8500"), (attachment.Input("mtu"), vif.Input("mtu")));
        Assert.Equal(("BPS_100G", "NONE"), (attachment.Input("bandwidth"), attachment.Input("encryption")));
        Assert.Equal("{minReceiveInterval: 1000, minTransmitInterval: 1000, multiplier: 5, sessionInitializationMode: ACTIVE}", peer.Input("bfd"));
    }

    [Fact]
    public async Task Keys_AreDistinct_AndNeverInTheClear()
    {
        var asked = await RunAsync();
        Assert.Equal(4, asked.OfType(Vif).Select(vif => vif.Input("bgpAuthKey")).Distinct(StringComparer.Ordinal).Count());
        var all = Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of(asked.Resources)).Span);
        Assert.DoesNotContain(SessionKey.Derive(LinkEnds.SecretText, "us", 0, 1), all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGeneration_ChangesTheKey_OfItsConnectionAlone()
    {
        var before = await RunAsync();
        var after = await RunAsync(with: args => Edit(args, 1, 0, port => port with { KeyGeneration = 2 }));
        var touched = before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)!.Inputs)).Select(old => $"{old.Type.Split(':')[^1]} {old.Name}").Order(StringComparer.Ordinal);
        Assert.Equal(["RouterPeer link-session-2", "TransitVirtualInterface link-session-2"], touched);
    }

    [Fact]
    public async Task AwsAnnounces_BothHalvesOfItsRanges_AndGoogleItsOwnWhole()
    {
        var asked = await RunAsync();
        var association = asked.One("aws:directconnect/gatewayAssociation:GatewayAssociation");
        Assert.Equal(("tgw-1", "[10.0.0.0/17, 10.0.128.0/17]"), (association.Input("associatedGatewayId"), association.Input("allowedPrefixes")));
        Assert.Equal("tgw-rtb-links", asked.One("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation").Input("transitGatewayRouteTableId"));
        Assert.Equal("tgw-rtb-mesh", asked.One("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation").Input("transitGatewayRouteTableId"));
        Assert.Equal(
            [association.Urn],
            asked.One("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation").PropertyDependencies["transitGatewayAttachmentId"]!);
        Assert.All(asked.OfType(Router), router => Assert.Equal(
            ("CUSTOM", "[{range: 10.32.0.0/23}, {range: 10.64.0.0/17}]"), (router.Input("bgp>advertiseMode"), router.Input("bgp>advertisedIpRanges"))));
        Assert.Equal(["us-central1", "us-east4"], asked.OfType(Router).Select(router => router.Input("region")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(InterconnectTopology.OneMetro, "PRODUCTION_NON_CRITICAL", 2)]
    [InlineData(InterconnectTopology.TwoMetros, "PRODUCTION_CRITICAL", 4)]
    public async Task Google_IsAsked_WhetherThePromiseIsKept(InterconnectTopology topology, string word, int members)
    {
        var asked = await RunAsync(topology);
        var (cables, sessions) = (asked.One("gcp:compute/interconnectGroup:InterconnectGroup"), asked.One("gcp:compute/interconnectAttachmentGroup:InterconnectAttachmentGroup"));
        Assert.Equal((word, word), (cables.Input("intent>topologyCapability"), sessions.Input("intent>availabilitySla")));
        Assert.Equal(asked.OfType(Cable).Select(cable => cable.Urn).Order(StringComparer.Ordinal), cables.PropertyDependencies["interconnects"]!.Order(StringComparer.Ordinal));
        Assert.Equal(members, sessions.PropertyDependencies["attachments"]!.Count);
    }

    [Fact]
    public async Task ASession_WaitsForTheOneBeforeIt_OnBothEnds()
    {
        var asked = await RunAsync();
        Assert.Empty(asked.One(Attachment, "link-session-0").DependsOn);
        foreach (var number in new[] { 1, 2, 3 })
        {
            string[] before = [asked.One(Vif, $"link-session-{number - 1}").Urn, asked.One(Peer, $"link-session-{number - 1}").Urn];
            Assert.Equal(before.Order(StringComparer.Ordinal), asked.One(Attachment, $"link-session-{number}").DependsOn.Order(StringComparer.Ordinal));
            Assert.Equal(before.Order(StringComparer.Ordinal), asked.One(Vif, $"link-session-{number}").DependsOn.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task WhatTakesWeeks_IsProtected_AndWhatIsMadeAnew_GoesFirst()
    {
        var asked = await RunAsync();
        Assert.All(
            new[] { Port, Lag, Cable, Router, "aws:directconnect/gateway:Gateway", "aws:directconnect/gatewayAssociation:GatewayAssociation" }.SelectMany(asked.OfType),
            resource => Assert.True(resource.Options.Protect, resource.Name));
        Assert.All(
            new[] { Attachment, Interface, Peer, Vif }.SelectMany(asked.OfType), resource => Assert.True(resource.Options.DeleteBeforeReplace, resource.Name));
    }

    [Fact]
    public async Task BeforeDelivery_OnlyPortsAreOrdered()
    {
        var asked = await RunAsync(with: args => args with
        {
            Metros = [.. args.Metros.Select(metro => metro with { Connections = [.. metro.Connections.Select(port => port with { Delivered = false })] })],
        });
        Assert.Equal([$"{Port} 4", $"{Lag} 4", $"{Cable} 4", "gcp:compute/interconnectGroup:InterconnectGroup 1"], asked.Counts());
    }

    [Fact]
    public async Task ACableThatIsLate_HoldsUpNoOther()
    {
        var asked = await RunAsync(with: args => Edit(args, 0, 0, port => port with { Delivered = false }));
        Assert.Equal(["link-session-1", "link-session-2", "link-session-3"], asked.OfType(Vif).Select(vif => vif.Name).Order(StringComparer.Ordinal));
        Assert.Equal("169.254.128.106/29", asked.One(Vif, "link-session-1").Input("amazonAddress"));
        Assert.Empty(asked.One(Vif, "link-session-1").DependsOn);
    }

    private static CrossCloudInterconnectArgs Edit(CrossCloudInterconnectArgs args, int metro, int port, Func<InterconnectPort, InterconnectPort> with) =>
        args with { Metros = args.Metros.SetItem(metro, args.Metros[metro] with { Connections = args.Metros[metro].Connections.SetItem(port, with(args.Metros[metro].Connections[port])) }) };

    private static Task<Asked> RunAsync(
        InterconnectTopology topology = InterconnectTopology.TwoMetros, Func<CrossCloudInterconnectArgs, CrossCloudInterconnectArgs>? with = null) =>
        Harness.RunAsync((aws, gcp) => _ = new CrossCloudInterconnect(
            "link", (with ?? (args => args))(LinkEnds.Cables(topology)), new() { Providers = { aws.Provider!, gcp.Provider! } }));
}
