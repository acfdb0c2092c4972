using System.Collections.Immutable;
using System.Text;
using CrossCloudMesh.Links;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class HaVpnLinkTests
{
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Interface = "gcp:compute/routerInterface:RouterInterface";
    private const string SecretText = "canary: a secret of more than 24 characters";

    [Fact]
    public async Task Makes_TwoConnections_OfTwoTunnels() => Assert.Equal(
        [
            "aws:cloudwatch/logGroup:LogGroup 2",
            "aws:ec2/customerGateway:CustomerGateway 2",
            "aws:ec2/vpnConnection:VpnConnection 2",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 2",
            "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 2",
            "aws:kms/alias:Alias 2",
            "aws:kms/key:Key 2",
            "gcp:compute/externalVpnGateway:ExternalVpnGateway 1",
            "gcp:compute/routerInterface:RouterInterface 4",
            "gcp:compute/routerPeer:RouterPeer 4",
            "gcp:compute/vPNTunnel:VPNTunnel 4",
        ],
        (await RunAsync()).Counts());

    [Theory]
    [InlineData(0, "link-0", "tunnel1", "169.254.67.0/30", "169.254.67.1", "169.254.67.2", 0)]
    [InlineData(1, "link-0", "tunnel2", "169.254.67.4/30", "169.254.67.5", "169.254.67.6", 0)]
    [InlineData(2, "link-1", "tunnel1", "169.254.67.8/30", "169.254.67.9", "169.254.67.10", 1)]
    [InlineData(3, "link-1", "tunnel2", "169.254.67.12/30", "169.254.67.13", "169.254.67.14", 1)]
    public async Task BothEnds_OfATunnel_SayTheSame(
        int number, string connection, string half, string inside, string awsAddress, string googleAddress, int gatewayInterface)
    {
        var asked = await RunAsync();
        var aws = asked.One(Connection, connection);
        var (tunnel, router, peer) = (asked.One(Tunnel, $"link-tunnel-{number}"), asked.One(Interface, $"link-tunnel-{number}"), asked.One(Peer, $"link-tunnel-{number}"));

        Assert.Equal(inside, aws.Input($"{half}InsideCidr"));
        Assert.Equal($"{googleAddress}/30", router.Input("ipRange"));
        Assert.Equal((googleAddress, awsAddress, "64512"), (peer.Input("ipAddress"), peer.Input("peerIpAddress"), peer.Input("peerAsn")));
        Assert.Equal("64600", asked.One("aws:ec2/customerGateway:CustomerGateway", connection).Input("bgpAsn"));

        // AWS's connection goes to the interface of Google's gateway that has the tunnel.
        Assert.Equal(gatewayInterface.ToString(), tunnel.Input("vpnGatewayInterface"));
        Assert.Equal($"203.0.113.{10 + gatewayInterface}", asked.One("aws:ec2/customerGateway:CustomerGateway", connection).Input("ipAddress"));
        // Google's tunnel goes to the endpoint of AWS that has the other half.
        Assert.Equal(number.ToString(), tunnel.Input("peerExternalGatewayInterface"));
        var record = asked.One("gcp:compute/externalVpnGateway:ExternalVpnGateway");
        Assert.Equal("FOUR_IPS_REDUNDANCY", record.Input("redundancyType"));
        var endpoints = Assert.IsType<PlanValue.ListValue>(record.Inputs["interfaces"]).Items;
        Assert.Equal(4, endpoints.Count);
        Assert.Equal(4, endpoints.Distinct().Count());

        // The same chain on Google: peer, interface, tunnel.
        Assert.Equal([router.Urn], peer.PropertyDependencies["interface"]!);
        Assert.Equal([tunnel.Urn], router.PropertyDependencies["vpnTunnel"]!);
        Assert.Equal([asked.One("aws:ec2/customerGateway:CustomerGateway", connection).Urn], aws.PropertyDependencies["customerGatewayId"]!);

        var key = aws.Input($"{half}PresharedKey");
        Assert.StartsWith("secret derived:", key, StringComparison.Ordinal);
        Assert.Equal(key, tunnel.Input("sharedSecret"));
    }

    [Fact]
    public async Task Keys_AreDistinct_AndNeverInTheClear()
    {
        var asked = await RunAsync();
        Assert.Equal(4, asked.OfType(Tunnel).Select(tunnel => tunnel.Input("sharedSecret")).Distinct(StringComparer.Ordinal).Count());
        var key = PreSharedKey.Derive(SecretText, "east", 0, 1);
        var all = Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of(asked.Resources)).Span);
        Assert.DoesNotContain(key, all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1, new[] { 0, 1 })]
    [InlineData(1, 2, new[] { 2, 3 })]
    public async Task AGeneration_ChangesTheKeys_OfItsConnectionAlone(int first, int second, int[] changed)
    {
        var before = await RunAsync();
        var after = await RunAsync(args => args with { KeyGenerations = [first, second] });
        var touched = before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)!.Inputs)).Select(old => old.Name).Order(StringComparer.Ordinal);
        Assert.Equal([$"link-{changed[0] / 2}", .. changed.Select(number => $"link-tunnel-{number}")], touched);
    }

    [Theory]
    [InlineData(IkeCipher.Aes256Gcm, "[AES256-GCM-16]", "[20]", "{phase1: {dhs: [Group-20], encryptions: [AES-GCM-16-256], prves: [PRF-HMAC-SHA2-256]}, phase2: {encryptions: [AES-GCM-16-256], pfs: [Group-20]}}")]
    [InlineData(IkeCipher.Aes256Cbc, "[AES256]", "[18]", "{phase1: {dhs: [Group-18], encryptions: [AES-CBC-256], integrities: [HMAC-SHA2-256-128], prves: [PRF-HMAC-SHA2-256]}, phase2: {encryptions: [AES-CBC-256], integrities: [HMAC-SHA2-256-128], pfs: [Group-18]}}")]
    public async Task BothEnds_OfferOneProposal_AndTheSame(IkeCipher cipher, string awsCipher, string awsGroup, string google)
    {
        var asked = await RunAsync(args => args with { Proposal = cipher == IkeCipher.Aes256Gcm ? IkeProposal.Gcm : IkeProposal.Cbc });
        Assert.All(asked.OfType(Connection), connection => Assert.All(
            new[] { "tunnel1", "tunnel2" },
            half =>
            {
                Assert.Equal("[ikev2]", connection.Input($"{half}IkeVersions"));
                foreach (var phase in new[] { "Phase1", "Phase2" })
                {
                    Assert.Equal(awsCipher, connection.Input($"{half}{phase}EncryptionAlgorithms"));
                    Assert.Equal(awsGroup, connection.Input($"{half}{phase}DhGroupNumbers"));
                    Assert.Equal("[SHA2-256]", connection.Input($"{half}{phase}IntegrityAlgorithms"));
                }
            }));
        Assert.All(asked.OfType(Tunnel), tunnel => Assert.Equal(("2", google), (tunnel.Input("ikeVersion"), tunnel.Input("cipherSuite"))));
    }

    [Fact]
    public async Task Connections_ComeOneAfterTheOther_OnBothEnds()
    {
        var asked = await RunAsync();
        Assert.Empty(asked.One(Connection, "link-0").DependsOn);
        Assert.Equal([asked.One(Connection, "link-0").Urn], asked.One(Connection, "link-1").DependsOn);
        var first = new[] { asked.One(Peer, "link-tunnel-0").Urn, asked.One(Peer, "link-tunnel-1").Urn };
        Assert.Empty(asked.One(Tunnel, "link-tunnel-1").DependsOn);
        Assert.Equal(first, asked.One(Tunnel, "link-tunnel-2").DependsOn);
        Assert.Equal(first, asked.One(Tunnel, "link-tunnel-3").DependsOn);
    }

    [Fact]
    public async Task WhatIsMadeAnew_GoesFirst_AndWhatMustStay_IsProtected()
    {
        var asked = await RunAsync();
        Assert.All(
            asked.OfType(Tunnel).Concat(asked.OfType(Interface)).Concat(asked.OfType(Peer)),
            resource => Assert.True(resource.Options.DeleteBeforeReplace, resource.Name));
        Assert.All(
            asked.OfType(Connection).Concat(asked.OfType("aws:ec2/customerGateway:CustomerGateway")).Concat(asked.OfType("gcp:compute/externalVpnGateway:ExternalVpnGateway")),
            resource => Assert.True(resource.Options.Protect, resource.Name));
    }

    [Fact]
    public async Task Tunnels_WriteDownTheirNegotiationAndTheirRoutes_AndWaitForUsToReplaceTheirEndpoints()
    {
        var asked = await RunAsync();
        var group = asked.One("aws:cloudwatch/logGroup:LogGroup", "link-1-logs");
        Assert.Equal(("/aws/vpn/test-east-1", "30"), (group.Input("name"), group.Input("retentionInDays")));
        Assert.StartsWith("arn:aws:kms:", group.Input("kmsKeyId"), StringComparison.Ordinal);
        foreach (var half in new[] { "tunnel1", "tunnel2" })
        {
            var connection = asked.One(Connection, "link-1");
            Assert.Equal("true", connection.Input($"{half}EnableTunnelLifecycleControl"));
            Assert.Equal("true", connection.Input($"{half}LogOptions>cloudwatchLogOptions>logEnabled"));
            Assert.Equal("true", connection.Input($"{half}LogOptions>cloudwatchLogOptions>bgpLogEnabled"));
            Assert.EndsWith(":log-group:/aws/vpn/test-east-1", connection.Input($"{half}LogOptions>cloudwatchLogOptions>logGroupArn"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheHub_RoutesWhatComesIn_ByTheTableOfLinks_AndTellsItsSegments()
    {
        var asked = await RunAsync();
        foreach (var name in new[] { "link-0", "link-1" })
        {
            var association = asked.One("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", name);
            var propagation = asked.One("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", $"{name}-mesh");
            Assert.Equal("tgw-rtb-links", association.Input("transitGatewayRouteTableId"));
            Assert.Equal("tgw-rtb-mesh", propagation.Input("transitGatewayRouteTableId"));
            Assert.Equal([asked.One(Connection, name).Urn], association.PropertyDependencies["transitGatewayAttachmentId"]!);
            Assert.Equal([asked.One(Connection, name).Urn], propagation.PropertyDependencies["transitGatewayAttachmentId"]!);
        }
    }

    [Fact]
    public async Task Refuses_EqualNumbers_AndTooFewGenerations()
    {
        var fault = await Harness.FailAsync((aws, gcp) => Make(aws, gcp, args => args with { KeyGenerations = [1], Google = args.Google with { Asn = 64512 } }));
        Assert.Contains("keyGenerations: must hold one for each of 2 connections; got 1", fault, StringComparison.Ordinal);
        Assert.Contains("google.asn: must differ from that of the other end, or each drops the other's routes; got 64512", fault, StringComparison.Ordinal);
    }

    private static Task<Asked> RunAsync(Func<HaVpnLinkArgs, HaVpnLinkArgs>? with = null) => Harness.RunAsync((aws, gcp) => Make(aws, gcp, with ?? (args => args)));

    private static void Make(ComponentResourceOptions aws, ComponentResourceOptions gcp, Func<HaVpnLinkArgs, HaVpnLinkArgs> with) =>
        _ = new HaVpnLink("link", with(Args()), new() { Providers = { aws.Provider!, gcp.Provider! } });

    private static HaVpnLinkArgs Args() => new()
    {
        Key = "east",
        PhysicalName = "test-east",
        Aws = new()
        {
            AccountId = "123456789012",
            Region = "us-east-1",
            Asn = 64512,
            TransitGatewayId = "tgw-1",
            LinkTableId = "tgw-rtb-links",
            SegmentTables = Map(("mesh", "tgw-rtb-mesh")),
            Ranges = [Cidr.Parse("10.0.0.0/16")!.Value],
        },
        Google = new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            Asn = 64600,
            RouterName = "test-gcp-east",
            VpnGatewaySelfLink = "gateway",
            VpnAddresses = [Output.Create("203.0.113.10"), Output.Create("203.0.113.11")],
            NetworkSelfLink = "network",
            Ranges = [Cidr.Parse("10.32.0.0/23")!.Value, Cidr.Parse("10.64.0.0/17")!.Value],
        },
        Inside = TunnelPlan.OfLink(3),
        Proposal = IkeProposal.Gcm,
        Bandwidth = "standard",
        Secret = Output.CreateSecret(SecretText),
        KeyGenerations = [1, 1],
        LogRetentionDays = 30,
        Protect = true,
    };

    private static ImmutableSortedDictionary<string, Output<string>> Map(params (string Key, string Value)[] members) =>
        members.ToImmutableSortedDictionary(member => member.Key, member => Output.Create(member.Value), StringComparer.Ordinal);
}
