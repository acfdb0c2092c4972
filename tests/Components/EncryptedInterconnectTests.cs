using CrossCloudMesh.Links;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class EncryptedInterconnectTests
{
    private const string Address = "gcp:compute/address:Address";
    private const string Attachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    private const string Association = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    private const string Propagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";
    private const string Gateway = "gcp:compute/haVpnGateway:HaVpnGateway";
    private const string Joined = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string Router = "gcp:compute/router:Router";
    private const string Table = "aws:ec2transitgateway/routeTable:RouteTable";
    private const string Vpn = "aws:ec2/vpnConnection:VpnConnection";

    [Theory]
    [InlineData(InterconnectTopology.OneMetro, 1)]
    [InlineData(InterconnectTopology.TwoMetros, 2)]
    public async Task Makes_FourTunnels_InTheCablesOfEachMetro(InterconnectTopology topology, int metros) => Assert.Equal(
        [
            $"aws:cloudwatch/logGroup:LogGroup {2 * metros}",
            $"aws:directconnect/connection:Connection {2 * metros}",
            "aws:directconnect/gateway:Gateway 1",
            $"{Joined} 1",
            $"aws:directconnect/linkAggregationGroup:LinkAggregationGroup {2 * metros}",
            $"aws:directconnect/transitVirtualInterface:TransitVirtualInterface {2 * metros}",
            $"aws:ec2/customerGateway:CustomerGateway {2 * metros}",
            $"{Vpn} {2 * metros}",
            "aws:ec2transitgateway/route:Route 2",
            $"{Table} 2",
            $"{Association} {1 + (2 * metros)}",
            $"{Propagation} {2 + (2 * metros)}",
            $"aws:kms/alias:Alias {2 * metros}",
            $"aws:kms/key:Key {2 * metros}",
            $"{Address} {2 * metros}",
            $"gcp:compute/externalVpnGateway:ExternalVpnGateway {metros}",
            $"{Gateway} {metros}",
            $"gcp:compute/interconnect:Interconnect {2 * metros}",
            $"{Attachment} {2 * metros}",
            "gcp:compute/interconnectAttachmentGroup:InterconnectAttachmentGroup 1",
            "gcp:compute/interconnectGroup:InterconnectGroup 1",
            $"{Router} {2 * metros}",
            $"gcp:compute/routerInterface:RouterInterface {6 * metros}",
            $"gcp:compute/routerPeer:RouterPeer {6 * metros}",
            $"gcp:compute/vPNTunnel:VPNTunnel {4 * metros}",
        ],
        (await RunAsync(topology)).Counts());

    [Fact]
    public async Task Attachments_CarryEncryptedTrafficAlone_FromRangesOfTheirOwn()
    {
        var asked = await RunAsync();
        foreach (var number in Enumerable.Range(0, 4))
        {
            var (address, attachment) = (asked.One(Address, $"link-{number}"), asked.One(Attachment, $"link-cables-session-{number}"));
            Assert.Equal(
                ("IPSEC_INTERCONNECT", "INTERNAL", $"10.255.0.{8 * number}", "29"),
                (address.Input("purpose"), address.Input("addressType"), address.Input("address"), address.Input("prefixLength")));
            Assert.Equal(("IPSEC", "1440"), (attachment.Input("encryption"), attachment.Input("mtu")));
            Assert.Equal([address.Urn], attachment.PropertyDependencies["ipsecInternalAddresses"]!);
        }
    }

    [Fact]
    public async Task AGateway_IsBoundToTheTwoAttachments_OfItsMetro()
    {
        var asked = await RunAsync();
        foreach (var metro in new[] { 0, 1 })
        {
            var gateway = asked.One(Gateway, $"link-tunnels-{metro}");
            Assert.Equal(
                [asked.One(Attachment, $"link-cables-session-{2 * metro}").Urn, asked.One(Attachment, $"link-cables-session-{(2 * metro) + 1}").Urn],
                gateway.PropertyDependencies["vpnInterfaces"]!);
            Assert.Equal(metro == 0 ? "us-east4" : "us-central1", gateway.Input("region"));
        }
    }

    [Fact]
    public async Task Routers_OfCables_TellOfGatewaysAlone_AndThoseOfTunnels_OfNetworks()
    {
        var asked = await RunAsync();
        Assert.Equal(
            [
                "link-cables-us-central1 true [{range: 10.255.0.16/29}, {range: 10.255.0.24/29}]",
                "link-cables-us-east4 true [{range: 10.255.0.0/29}, {range: 10.255.0.8/29}]",
                "link-tunnels-0 false [{range: 10.32.0.0/23}, {range: 10.64.0.0/17}]",
                "link-tunnels-1 false [{range: 10.32.0.0/23}, {range: 10.64.0.0/17}]",
            ],
            asked.OfType(Router).Select(router => $"{router.Name} {router.Input("encryptedInterconnectRouter")} {router.Input("bgp>advertisedIpRanges")}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatComesInUnencrypted_LeadsNowhere()
    {
        var asked = await RunAsync();
        var (transport, joined) = (asked.One(Table, "link-transport"), asked.One(Joined));
        Assert.Equal("[10.254.0.0/24]", joined.Input("allowedPrefixes"));
        Assert.Equal([transport.Urn], asked.One(Association, "link-cables").PropertyDependencies["transitGatewayRouteTableId"]!);
        // Nothing but the gateways of Google is ever in that table.
        var known = Assert.Single(asked.OfType(Propagation), row => row.PropertyDependencies["transitGatewayRouteTableId"]?.Contains(transport.Urn) == true);
        Assert.Equal([joined.Urn], known.PropertyDependencies["transitGatewayAttachmentId"]!);
    }

    [Fact]
    public async Task Tunnels_RunOverTheCables_BetweenPrivateAddresses()
    {
        var asked = await RunAsync();
        var (joined, tunnels) = (asked.One(Joined), asked.One(Table, "link-tunnels"));
        Assert.All(asked.OfType(Vpn), vpn =>
        {
            Assert.Equal("PrivateIpv4", vpn.Input("outsideIpAddressType"));
            Assert.Equal([joined.Urn], vpn.PropertyDependencies["transportTransitGatewayAttachmentId"]!);
        });
        Assert.All(asked.OfType("aws:ec2/customerGateway:CustomerGateway"), gateway => Assert.StartsWith("10.", gateway.Input("ipAddress"), StringComparison.Ordinal));
        Assert.All(asked.OfType(Association).Where(row => row.Name != "link-cables"), row => Assert.Equal([tunnels.Urn], row.PropertyDependencies["transitGatewayRouteTableId"]!));
        Assert.Equal(8, asked.OfType(Vpn).SelectMany(vpn => new[] { vpn.Input("tunnel1PresharedKey"), vpn.Input("tunnel2PresharedKey") }).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8, asked.OfType(Vpn).SelectMany(vpn => new[] { vpn.Input("tunnel1InsideCidr"), vpn.Input("tunnel2InsideCidr") }).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Tunnels_AnnounceEachRangeInHalves()
    {
        var asked = await RunAsync();
        Assert.Equal(["10.0.0.0/17", "10.0.128.0/17"], asked.OfType("aws:ec2transitgateway/route:Route").Select(route => route.Input("destinationCidrBlock")).Order());
        Assert.All(asked.OfType("aws:ec2transitgateway/route:Route"), route => Assert.Equal("tgw-attach-site", route.Input("transitGatewayAttachmentId")));
    }

    [Fact]
    public async Task Tunnels_WaitForTheLastCable()
    {
        var asked = await RunAsync(with: args => args with
        {
            Cables = args.Cables with
            {
                Metros = args.Cables.Metros.SetItem(1, args.Cables.Metros[1] with { Connections = [.. args.Cables.Metros[1].Connections.Select(port => port with { Delivered = false })] }),
            },
        });
        Assert.Empty(asked.OfType(Vpn).Concat(asked.OfType(Gateway)));
        Assert.Equal(2, asked.OfType(Attachment).Count());
    }

    [Fact]
    public async Task Refuses_WhatBreaksARule()
    {
        await RefusesAsync(
            "cables.speedGbps: must be one that both clouds sell: 10, 100, 400 Gbit/s; got 1", args => args with { Cables = args.Cables with { SpeedGbps = 1 } });
        await RefusesAsync(
            "hubRange: must be a /24 or larger, AWS's smallest for a hub; got 10.254.0.0/25", args => args with { HubRange = LinkEnds.Range("10.254.0.0/25") });
        await RefusesAsync(
            "gatewayRange: must be a /27 or larger, which four gateways' interfaces need; got 10.255.0.0/28",
            args => args with { GatewayRange = LinkEnds.Range("10.255.0.0/28") });
        await RefusesAsync(
            "tunnelInside: must be a /24 or larger; got 169.254.67.0/25", args => args with { TunnelInside = LinkEnds.Range("169.254.67.0/25") });
        await RefusesAsync("keyGenerations: must hold one for each of 2 connections; got 3", args => args with { KeyGenerations = [1, 1, 1] });
        await RefusesAsync(
            "gatewayRange: must have nothing in common with 10.32.0.0/23, or tunnels would lead into themselves; got 10.32.0.0/27; choose another",
            args => args with { GatewayRange = LinkEnds.Range("10.32.0.0/27") });
        await RefusesAsync(
            "hubRange: must have nothing in common with 10.0.0.0/16, or tunnels would lead into themselves; got 10.0.9.0/24; choose another",
            args => args with { HubRange = LinkEnds.Range("10.0.9.0/24") });
    }

    private static async Task RefusesAsync(string sentence, Func<EncryptedInterconnectArgs, EncryptedInterconnectArgs> with) => Assert.EndsWith(
        sentence,
        await Harness.FailAsync((aws, gcp) => _ = new EncryptedInterconnect(
            "link", with(Args(InterconnectTopology.TwoMetros)), new() { Providers = { aws.Provider!, gcp.Provider! } })),
        StringComparison.Ordinal);

    private static Task<Asked> RunAsync(
        InterconnectTopology topology = InterconnectTopology.TwoMetros, Func<EncryptedInterconnectArgs, EncryptedInterconnectArgs>? with = null) =>
        Harness.RunAsync((aws, gcp) => _ = new EncryptedInterconnect(
            "link", (with ?? (args => args))(Args(topology)), new() { Providers = { aws.Provider!, gcp.Provider! } }));

    private static EncryptedInterconnectArgs Args(InterconnectTopology topology) => new()
    {
        Cables = LinkEnds.Cables(topology),
        NetworkAttachmentId = "tgw-attach-site",
        NetworkRanges = [LinkEnds.Range("10.0.0.0/16")],
        HubRange = LinkEnds.Range("10.254.0.0/24"),
        GatewayRange = LinkEnds.Range("10.255.0.0/27"),
        TunnelInside = TunnelPlan.OfLink(3),
        Proposal = IkeProposal.Gcm,
        Bandwidth = "standard",
        KeyGenerations = [1, 1],
        LogRetentionDays = 30,
    };
}
