using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CrossCloudMesh.Links;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class ManagedInterconnectTests
{
    private const string Gateway = "aws:directconnect/gateway:Gateway";
    private const string Transport = "gcp:networkconnectivity/transport:Transport";
    private const string Connection = "aws:cloudcontrol/resource:Resource";
    private const string Peering = "gcp:compute/networkPeering:NetworkPeering";
    private const string Association = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string HubAssociation = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    private const string HubPropagation = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";

    private const string NetworkLink = "https://www.googleapis.com/compute/v1/projects/acme-mesh/global/networks/mesh";

    /// <summary>As the offline cloud draws it.</summary>
    private const string ActivationKey = "[activation key of projects/acme-mesh/locations/us-east4/transports/test-us]";

    [Fact]
    public async Task Makes_OneOfEach_AndNothingTwice() => Assert.Equal(
        [
            "aws:cloudcontrol/resource:Resource 1",
            "aws:directconnect/gateway:Gateway 1",
            "aws:directconnect/gatewayAssociation:GatewayAssociation 1",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 1",
            "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 2",
            "gcp:compute/networkPeering:NetworkPeering 1",
            "gcp:networkconnectivity/transport:Transport 1",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task Transport_LeadsToTheAccountAndRegion_AndAnnouncesGooglesRangesAlone()
    {
        var transport = (await RunAsync()).One(Transport);
        Assert.Equal(
            "https://networkconnectivity.googleapis.com/v1/projects/acme-mesh/locations/us-east4/remoteTransportProfiles/aws-us-east-1",
            transport.Input("remoteProfile"));
        Assert.Equal(
            ("test-us", "acme-mesh", "us-east4", "123456789012", "BPS_10G", "[10.32.0.0/23, 10.64.0.0/17]"),
            (transport.Input("name"), transport.Input("project"), transport.Input("region"), transport.Input("remoteAccountId"),
                transport.Input("bandwidth"), transport.Input("advertisedRoutes")));
        Assert.Equal(("absent", "absent"), (transport.Input("mtuLimit"), transport.Input("providedActivationKey")));
    }

    [Fact]
    public async Task Connection_AcceptsTheTransportsKey_AtTheGateway()
    {
        var asked = await RunAsync();
        var connection = asked.One(Connection);
        Assert.Equal("AWS::Interconnect::Connection", connection.Input("typeName"));
        Assert.Equal(
            new[] { asked.One(Gateway).Urn, asked.One(Transport).Urn }.Order(StringComparer.Ordinal),
            connection.PropertyDependencies["desiredState"]!.Order(StringComparer.Ordinal));

        // A plan names a secret by a digest of its text.
        var gatewayId = asked.One(Association).Input("dxGatewayId");
        var text = $$"""
            {"ActivationKey":"{{ActivationKey}}","AttachPoint":{"DirectConnectGateway":"{{gatewayId}}"},"Description":"test-us","Tags":[{"Key":"Name","Value":"test-us"},{"Key":"owner","Value":"mesh"}]}
            """;
        Assert.Equal($"secret derived:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}", connection.Input("desiredState"));
    }

    [Fact]
    public async Task Key_IsASecret_WhereverItStands()
    {
        var asked = await RunAsync();
        Assert.Contains("generatedActivationKey", asked.One(Transport).Options.AdditionalSecretOutputs);
        Assert.Equal(["desiredState", "properties", "schema"], asked.One(Connection).Options.AdditionalSecretOutputs);
        Assert.DoesNotContain("activation key of", Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of(asked.Resources)).Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peering_LetsRoutesThroughBothWays_AndSpeaksWhatTheTransportSpeaks()
    {
        var asked = await RunAsync();
        var peering = asked.One(Peering);
        Assert.Equal(("true", "true"), (peering.Input("importCustomRoutes"), peering.Input("exportCustomRoutes")));
        Assert.Equal(("IPV4_ONLY", "IPV4_ONLY"), (peering.Input("stackType"), asked.One(Transport).Input("stackType")));
        Assert.Equal((NetworkLink, NetworkLink), (peering.Input("network"), asked.One(Transport).Input("network")));
        Assert.Equal([asked.One(Transport).Urn], peering.PropertyDependencies["peerNetwork"]!);
        // Google's provider refuses any other form.
        Assert.Matches("projects/[a-z][a-z0-9-]+/global/networks/[a-z][a-z0-9-]+$", peering.Input("peerNetwork"));
    }

    [Fact]
    public async Task Hub_AnnouncesBothHalvesOfEachRange_SoThatGooglePrefersThem()
    {
        var asked = await RunAsync();
        var association = asked.One(Association);
        Assert.Equal("[10.0.0.0/17, 10.0.128.0/17, 10.1.0.0/19, 10.1.32.0/19]", association.Input("allowedPrefixes"));
        Assert.Equal("tgw-1", association.Input("associatedGatewayId"));
        Assert.Equal([asked.One(Gateway).Urn], association.PropertyDependencies["dxGatewayId"]!);
        Assert.Equal(("64520", "test-us"), (asked.One(Gateway).Input("amazonSideAsn"), asked.One(Gateway).Input("name")));
    }

    [Fact]
    public async Task Hub_RoutesWhatComesIn_ByTheTableOfLinks_AndTellsItsSegments()
    {
        var asked = await RunAsync();
        var association = asked.One(Association);
        Assert.Equal("tgw-rtb-links", asked.One(HubAssociation).Input("transitGatewayRouteTableId"));
        Assert.Equal(
            ["tgw-rtb-mesh", "tgw-rtb-shared"],
            asked.OfType(HubPropagation).Select(propagation => propagation.Input("transitGatewayRouteTableId")).Order(StringComparer.Ordinal));
        Assert.All(asked.OfType(HubAssociation).Concat(asked.OfType(HubPropagation)), user =>
        {
            Assert.Equal([association.Urn], user.PropertyDependencies["transitGatewayAttachmentId"]!);
            Assert.StartsWith("tgw-attach-", user.Input("transitGatewayAttachmentId"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Gateway, "")]
    [InlineData(Transport, "")]
    [InlineData(Connection, "Gateway Transport")]
    [InlineData(Peering, "Transport")]
    [InlineData(Association, "Gateway")]
    [InlineData(HubAssociation, "Gateway GatewayAssociation")]
    public async Task Each_WaitsForWhatItNeeds_AndPeeringAndConnectionNotForOneAnother(string type, string before)
    {
        var asked = await RunAsync();
        Assert.Equal(before, string.Join(' ', asked.TypesBefore(asked.One(type))));
    }

    [Fact]
    public async Task WhatCannotBeTwice_GoesFirst_AndWhatMustStay_IsProtected()
    {
        var asked = await RunAsync();
        Assert.All(new[] { Transport, Connection }, type => Assert.True(asked.One(type).Options.DeleteBeforeReplace, type));
        Assert.All(new[] { Gateway, Transport, Connection }, type => Assert.True(asked.One(type).Options.Protect, type));
        Assert.All((await RunAsync(args => args with { Protect = false })).Resources, resource => Assert.False(resource.Options.Protect));
    }

    [Theory]
    [InlineData(1460, "1460 1420 10000")]
    [InlineData(8896, "8500 8460 10000")]
    public async Task Outputs_TellWhatPasses(int networkMtuBytes, string expected)
    {
        var told = "";
        await Harness.RunAsync((aws, gcp) =>
        {
            var link = Make(aws, gcp, args => args with { NetworkMtuBytes = networkMtuBytes });
            Output.Tuple(link.PathMtuBytes, link.TcpMssBytes, link.BandwidthMbps)
                .Apply(values => told = $"{values.Item1} {values.Item2} {values.Item3}");
        });
        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData(10_000, "interconnect of 10 Gbit/s 9000.90, transit gateway attachment 36.50, transport of 10 Gbit/s 13870.00", "")]
    [InlineData(1_000, "transit gateway attachment 36.50, transport of 1 Gbit/s 2555.00", "no price here for interconnect of 1 Gbit/s in us-east-1")]
    public async Task Costs_WhatEachCloudAsksForItsSide(int mbps, string monthly, string notPriced)
    {
        var cost = CostEstimate.Of((await RunAsync(args => args with { BandwidthMbps = mbps })).Resources);
        Assert.Equal(monthly, string.Join(", ", cost.Fixed.Select(row => $"{row.Item} {row.MonthlyUsd:F2}").Order(StringComparer.Ordinal)));
        Assert.Equal(notPriced, string.Join(", ", cost.NotPriced.Select(row => row.Why)));
    }

    [Fact]
    public async Task Refuses_EveryBadArgumentAtOnce()
    {
        ImmutableArray<Cidr> many = [.. Enumerable.Range(0, 1001).Select(index => Cidr.Parse("10.0.0.0/8")!.Value.Part(24, index))];
        var fault = await Harness.FailAsync((aws, gcp) => Make(aws, gcp, args => args with
        {
            BandwidthMbps = 2000,
            GatewayAsn = 64512,
            Aws = args.Aws with { Ranges = many },
            Google = args.Google with { Region = "us-west1", Ranges = many },
        }));
        Assert.All(
            new[]
            {
                "google.region: must lead from us-east-1 to us-east4, the one region of Google Cloud that it is paired with; got us-east-1 and us-west1; choose sites in a pair of regions, or join them by a VPN",
                "bandwidthMbps: must be one that both clouds sell: 1000, 5000, 10000, 100000 Mbit/s; got 2000; choose the next larger one",
                "gatewayAsn: must differ from that of the hub, or AWS refuses to join the two; got 64512; choose another",
                "aws.ranges: must be at most 100 ranges: AWS announces both halves of each, and at most 200 prefixes for a hub; got 1001; use fewer, larger ranges",
                "google.ranges: must be at most 1000 ranges, which is what AWS takes from Google; got 1001; use fewer, larger ranges",
            },
            sentence => Assert.Contains(sentence, fault, StringComparison.Ordinal));
    }

    private static Task<Asked> RunAsync(Func<ManagedInterconnectArgs, ManagedInterconnectArgs>? with = null) =>
        Harness.RunAsync((aws, gcp) => Make(aws, gcp, with ?? (args => args)));

    private static ManagedInterconnect Make(
        ComponentResourceOptions aws, ComponentResourceOptions gcp, Func<ManagedInterconnectArgs, ManagedInterconnectArgs> with) =>
        new("link", with(Args()), new() { Providers = { aws.Provider!, gcp.Provider! } });

    private static ManagedInterconnectArgs Args() => new()
    {
        PhysicalName = "test-us",
        Aws = new()
        {
            AccountId = "123456789012",
            Region = "us-east-1",
            Asn = 64512,
            TransitGatewayId = "tgw-1",
            LinkTableId = "tgw-rtb-links",
            SegmentTables = Map(("mesh", "tgw-rtb-mesh"), ("shared", "tgw-rtb-shared")),
            Ranges = [Cidr.Parse("10.0.0.0/16")!.Value, Cidr.Parse("10.1.0.0/18")!.Value],
        },
        Google = new()
        {
            Project = "acme-mesh",
            Region = "us-east4",
            Asn = 64600,
            RouterName = "test-gcp-east",
            VpnGatewaySelfLink = "gateway",
            VpnAddresses = [],
            NetworkSelfLink = NetworkLink,
            Ranges = [Cidr.Parse("10.32.0.0/23")!.Value, Cidr.Parse("10.64.0.0/17")!.Value],
        },
        BandwidthMbps = 10_000,
        GatewayAsn = 64520,
        NetworkMtuBytes = 1460,
        Tags = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("owner", "mesh")]),
        Protect = true,
    };

    private static ImmutableSortedDictionary<string, Output<string>> Map(params (string Key, string Value)[] members) =>
        members.ToImmutableSortedDictionary(member => member.Key, member => Output.Create(member.Value), StringComparer.Ordinal);
}
