using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Rules about interconnects, each seen failing on a good plan with one thing broken.</summary>
public class InterconnectRuleTests
{
    private const string Association = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string Attachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    private const string Interconnect = "gcp:compute/interconnect:Interconnect";
    private const string Interface = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";
    private const string Ports = "aws:directconnect/linkAggregationGroup:LinkAggregationGroup";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Peering = "gcp:compute/networkPeering:NetworkPeering";
    private const string Transport = "gcp:networkconnectivity/transport:Transport";

    private static readonly PlanDocument Managed = LinkPlans.Joined("managedInterconnect");
    private static readonly PlanDocument Dedicated = LinkPlans.Joined("crossCloudInterconnect");
    private static readonly PlanDocument Four = LinkPlans.Joined("crossCloudInterconnect", 4);
    private static readonly PlanDocument Partner = LinkPlans.Joined("partnerInterconnect");

    public static TheoryData<string> Kinds => new("haVpn", "managedInterconnect", "crossCloudInterconnect", "partnerInterconnect");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rules_FindNothing_InAGoodPlan(string kind) =>
        Assert.Empty(LinkPlans.All(LinkPlans.Joined(kind, backup: kind == "haVpn" ? null : "haVpn")).Select(LinkPlans.Told));

    [Fact]
    public void Rules_FindNothing_InFourConnections() => Assert.Empty(LinkPlans.All(Four).Select(LinkPlans.Told));

    [Fact]
    public void LinkAllowedPrefixes_Fails_When_ThereIsNone() =>
        Fails<LinkAllowedPrefixes>(LinkPlans.Set(Managed, Association, "", "allowedPrefixes", "[]"), "aws0-gcp0-link: announces nothing");

    [Fact]
    public void LinkAllowedPrefixes_Fails_When_HalfOfAVpcIsMissing() => Fails<LinkAllowedPrefixes>(
        LinkPlans.Set(Managed, Association, "", "allowedPrefixes", "[\"10.0.0.0/17\"]"), "aws0-gcp0-link: does not announce all of 10.0.0.0/16, which aws0-network has");

    [Theory]
    [InlineData("22.0.0.0/24")]
    [InlineData("10.0.0.0/15")]
    public void LinkAllowedPrefixes_Fails_When_OneIsForeign(string range) => Fails<LinkAllowedPrefixes>(
        LinkPlans.Set(Managed, Association, "", "allowedPrefixes", $"[\"10.0.0.0/16\", \"{range}\"]"),
        $"aws0-gcp0-link: announces {range}, of which not every address is in a VPC of aws0-hub");

    [Fact]
    public void LinkAllowedPrefixes_Allows_TheBlocksOfTheHub() => Fails<LinkAllowedPrefixes>(LinkPlans.Set(
        LinkPlans.Set(Managed, Association, "", "allowedPrefixes", """["10.0.0.0/16", "100.64.0.0/24"]"""),
        "aws:ec2transitgateway/transitGateway:TransitGateway", "", "transitGatewayCidrBlocks", "[\"100.64.0.0/24\"]"));

    [Fact]
    public void LinkAllowedPrefixes_Fails_When_ThereAreTooMany() => Fails<LinkAllowedPrefixes>(
        LinkPlans.Set(Managed, Association, "", "allowedPrefixes", $"[{string.Join(',', Enumerable.Range(0, 201).Select(n => n < 200 ? $"\"10.0.{n}.0/24\"" : "\"10.0.0.0/16\""))}]"),
        "aws0-gcp0-link: lists 201 prefixes, of which AWS announces 200");

    [Fact]
    public void LinkAllowedPrefixes_Allows_TheEndsOfTunnelsAlone()
    {
        var plan = LinkPlans.Set(Dedicated, "aws:ec2transitgateway/transitGateway:TransitGateway", "", "transitGatewayCidrBlocks", "[\"100.64.0.0/24\"]");
        plan = LinkPlans.Set(LinkPlans.Set(plan, Attachment, "-0", "encryption", "\"IPSEC\""), Attachment, "-1", "encryption", "\"IPSEC\"");
        Fails<LinkAllowedPrefixes>(LinkPlans.Set(plan, Association, "", "allowedPrefixes", "[\"100.64.0.0/24\"]"));
    }

    [Theory]
    [InlineData("\"(unknown)\"")]
    [InlineData("[\"(unknown)\"]")]
    public void LinkAllowedPrefixes_Allows_WhatIsNotKnown(string prefixes) =>
        Fails<LinkAllowedPrefixes>(LinkPlans.Set(Managed, Association, "", "allowedPrefixes", prefixes));

    [Fact]
    public void LinkIndependentMedium_Fails_When_ThereIsNoVpn() => Fails<LinkIndependentMedium>(
        LinkPlans.Joined("crossCloudInterconnect", backup: null), "aws0-gcp0-link: joins aws0-hub and gcp0-network by interconnect alone");

    [Theory]
    [InlineData("vlan", "101", "aws0-gcp0-link-0: has VLAN 101, and aws0-gcp0-link-0 has 100")]
    [InlineData("vlan", "1", "aws0-gcp0-link-0: has VLAN 1, and aws0-gcp0-link-0 has 100", "aws0-gcp0-link-0: has VLAN 1, which is not within 2 to 4094")]
    [InlineData("amazonAddress", "\"169.254.128.3/29\"", "aws0-gcp0-link-0: has amazonAddress 169.254.128.3, and aws0-gcp0-link-0 has peerIpAddress 169.254.128.2")]
    [InlineData("bgpAuthKey", null, "aws0-gcp0-link-0: leaves the key of its BGP session to AWS, so nobody knows it before")]
    public void LinkVlan_Fails_When_TheEndsDiffer(string path, string? value, params string[] expected) =>
        Fails<LinkVlan>(LinkPlans.Set(Dedicated, Interface, "-0", path, value), expected);

    [Theory]
    [InlineData("vlan", "\"(unknown)\"")]
    [InlineData("amazonAddress", "\"(unknown)\"")]
    [InlineData("bgpAuthKey", "\"(unknown)\"")]
    public void LinkVlan_Allows_WhatIsNotKnown(string path, string value) => Fails<LinkVlan>(LinkPlans.Set(Dedicated, Interface, "-0", path, value));

    [Fact]
    public void LinkVlan_Fails_When_TheKeysDiffer() => Fails<LinkVlan>(
        LinkPlans.Put(Dedicated, Interface, "bgpAuthKey", new PlanValue.SecretValue("md5:another")), "aws0-gcp0-link-0: has another key than aws0-gcp0-link-0");

    [Fact]
    public void LinkVlan_Fails_When_GoogleHasNoKey() => Fails<LinkVlan>(
        LinkPlans.Set(Dedicated, Peer, "link-0", "md5AuthenticationKey", null), "aws0-gcp0-link-0: has no key, and aws0-gcp0-link-0 has one");

    [Fact]
    public void LinkVlan_Fails_When_TheAddressesAreOfNobody() => Fails<LinkVlan>(
        LinkPlans.Set(Dedicated, Interface, "-0", "customerAddress", "\"169.254.140.1/29\""),
        "aws0-gcp0-link-0: has its session in 169.254.128.1/29, where no virtual interface of AWS answers");

    [Fact]
    public void LinkVlan_Fails_When_TwoShareANumberOnTheSamePorts()
    {
        var ports = LinkPlans.Urn(Dedicated, Interconnect, "-0");
        var plan = LinkPlans.Change(Dedicated, Attachment, "-1", each => each.With("vlanTag8021q", "100").Referring("interconnect", ports));
        Fails<LinkVlan>(
            plan,
            "aws0-gcp0-link-0: leads to 2 link aggregation groups",
            "aws0-gcp0-link-1: has VLAN 100, as aws0-gcp0-link-0 has on the same ports",
            "aws0-gcp0-link-1: has VLAN 101, and aws0-gcp0-link-1 has 100",
            "aws0-gcp0-link-1: is of 1 Interconnects towards another cloud, for which AWS has 0 link aggregation groups");
    }

    [Fact]
    public void LinkVlan_Fails_When_TwoInterconnectsAreAtOneGroup() => Fails<LinkVlan>(
        LinkPlans.Change(LinkPlans.Without(Dedicated, Ports, "-1"), Interface, "-1", each => each.Referring("connectionId", LinkPlans.Urn(Dedicated, Ports, "-0"))),
        "aws0-gcp0-link-0: leads to 2 Interconnects");

    [Fact]
    public void LinkVlan_Fails_When_AGroupIsMissing() => Fails<LinkVlan>(
        LinkPlans.Plus(Dedicated, plan => plan.Add(Interconnect, "ordered", """{ "remoteLocation": "aws-eqdc2", "location": "iad-zone1-1" }""")),
        "ordered: is of 1 Interconnects towards another cloud, for which AWS has 0 link aggregation groups");

    [Fact]
    public void LinkAsn_Fails_When_AVlanExpectsAnother()
    {
        Fails<LinkAsn>(LinkPlans.Set(Dedicated, Peer, "link-0", "peerAsn", "64999"), "aws0-gcp0-link-0: expects AS 64999 of a gateway that has 64600");
        Fails<LinkAsn>(LinkPlans.Set(Dedicated, Interface, "-0", "bgpAsn", "64999"), "aws0-gcp0-link-0: awaits AS 64999 of a router that has 64900");
        Fails<LinkAsn>(
            LinkPlans.Set(Managed, "aws:directconnect/gateway:Gateway", "", "amazonSideAsn", "\"64512\""), "aws0-gcp0-link: has the AS number 64512 of the hub behind it");
    }

    [Fact]
    public void LinkAsn_Fails_When_APartnersRouterHasItsOwn() => Fails<LinkAsn>(
        LinkPlans.Set(LinkPlans.Set(Partner, Interface, "-0", "bgpAsn", "\"(unknown)\""), "gcp:compute/router:Router", "link-us-east4", "bgp.asn", "64900"),
        "aws0-gcp0-link-1: awaits AS 16550 of a router that has 64900",
        "aws0-gcp0-link-us-east4: has AS 64900, and Partner Interconnect takes 16550 alone");

    [Fact]
    public void LinkAnnouncement_Fails_When_AVlanIsPreferred() => Fails<LinkAnnouncement>(
        LinkPlans.Set(Dedicated, Peer, "link-1", "advertisedRoutePriority", "50"),
        "aws0-gcp0-link-1: announces other ranges, or with another priority, than the sessions beside it");

    [Fact]
    public void LinkAnnouncedRanges_Fails_When_AVlanLeavesPodsOut() => Fails<LinkAnnouncedRanges>(
        LinkPlans.Set(Dedicated, "gcp:compute/router:Router", "link-us-east4", "bgp.advertisedIpRanges[1].range", "\"10.128.64.0/19\""),
        [.. Enumerable.Range(0, 2).Select(number => $"aws0-gcp0-link-{number}: does not announce 10.128.64.0/18, where nodes or pods are")]);

    [Fact]
    public void LinkZones_Fails_When_BothAreInOneDomain() => Fails<LinkZones>(
        LinkPlans.Set(Dedicated, Interconnect, "-1", "location", "\"iad-zone1-1\""),
        "aws0-gcp0-link-0: stands in edge availability domain 1 of iad, and none beside it in the other");

    [Theory]
    [InlineData("\"AVAILABILITY_DOMAIN_ANY\"", "aws0-gcp0-link-0: leaves its edge availability domain in us-east4 to Google")]
    [InlineData(null, "aws0-gcp0-link-0: leaves its edge availability domain in us-east4 to Google")]
    [InlineData("\"AVAILABILITY_DOMAIN_2\"", "aws0-gcp0-link-0: stands in edge availability domain 2 of us-east4, and none beside it in the other")]
    [InlineData("\"(unknown)\"")]
    public void LinkZones_Fails_When_APartnersAreInOneDomain(string? domain, params string[] expected) =>
        Fails<LinkZones>(LinkPlans.Set(Partner, Attachment, "-0", "edgeAvailabilityDomain", domain), expected);

    [Fact]
    public void LinkZones_Fails_When_FourAreInOneArea()
    {
        var plan = LinkPlans.Set(LinkPlans.Set(Four, Interconnect, "-2", "location", "\"iad-zone1-1\""), Interconnect, "-3", "location", "\"iad-zone2-1\"");
        Fails<LinkZones>(plan, "aws0-gcp0-link-0: is one of 4 in iad alone");
    }

    [Theory]
    [InlineData("PRODUCTION_CRITICAL", "group: claims to survive an area, and all of it is in iad")]
    [InlineData("PRODUCTION_NON_CRITICAL")]
    public void LinkZones_Fails_When_AGroupClaimsMore(string intent, params string[] expected) => Fails<LinkZones>(
        LinkPlans.Plus(Dedicated, plan => plan.Add("gcp:compute/interconnectGroup:InterconnectGroup", "group", $$$"""
            { "intent": { "topologyCapability": "{{{intent}}}" } }
            """, ("interconnects", [LinkPlans.Urn(Dedicated, Interconnect, "-0"), LinkPlans.Urn(Dedicated, Interconnect, "-1")]))),
        expected);

    [Fact]
    public void LinkTransport_Fails_When_TwoAreInAProjectAndRegion() => Fails<LinkTransport>(
        LinkPlans.Of(new Shape { Google = 2, Links = [new(0, 0, "managedInterconnect"), new(0, 1, "managedInterconnect")] }),
        "aws0-gcp1-link: is one of 2 in us-east4 of mesh, which has 1");

    [Fact]
    public void LinkTransport_Fails_When_TheRegionsAreNoPair() => Fails<LinkTransport>(
        LinkPlans.Set(Managed, Transport, "", "region", "\"us-west1\""), "aws0-gcp0-link: leads from us-west1 to aws-us-east-1, which is no pair that both clouds name");

    [Fact]
    public void LinkTransport_Fails_When_TheHubIsElsewhere() => Fails<LinkTransport>(
        LinkPlans.Set(Managed, "aws:ec2transitgateway/transitGateway:TransitGateway", "", "region", "\"us-east-2\""),
        "aws0-gcp0-link: leads to aws-us-east-1, and aws0-hub is in us-east-2");

    [Theory]
    [InlineData("importCustomRoutes", "false", "aws0-gcp0-link: never hears of AWS")]
    [InlineData("exportCustomRoutes", null, "aws0-gcp0-link: never tells AWS of its own")]
    [InlineData("stackType", "\"IPV4_IPV6\"", "aws0-gcp0-link: has stack type IPV4_IPV6, and aws0-gcp0-link has IPV4_ONLY")]
    [InlineData("importCustomRoutes", "\"(unknown)\"")]
    public void LinkTransport_Fails_When_ThePeeringLetsNoRoutesPass(string path, string? value, params string[] expected) =>
        Fails<LinkTransport>(LinkPlans.Set(Managed, Peering, "", path, value), expected);

    [Fact]
    public void LinkTransport_Fails_When_NothingIsPeered() => Fails<LinkTransport>(
        LinkPlans.Without(Managed, Peering, ""), "aws0-gcp0-link: is peered with no network, so no packet reaches it");

    [Fact]
    public void LinkTransport_Fails_When_PodsAreLeftOut() => Fails<LinkTransport>(
        LinkPlans.Set(Managed, Transport, "", "advertisedRoutes[1]", "\"10.128.64.0/19\""), "aws0-gcp0-link: does not announce 10.128.64.0/18, where nodes or pods are");

    [Theory]
    [InlineData(Interface, "bgpAuthKey", "aws0-gcp0-link-0: shows its bgpAuthKey to everybody")]
    [InlineData("gcp:compute/vPNTunnel:VPNTunnel", "sharedSecret", "aws0-gcp0-link-tunnel-0: shows its sharedSecret to everybody")]
    public void LinkSecrets_Fails_When_AKeyIsPlainText(string type, string path, string expected) =>
        Fails<LinkSecrets>(LinkPlans.Put(Dedicated, type, path, PlanValue.Of("plain")), expected);

    [Fact]
    public void LinkSecrets_Fails_When_AnActivationKeyIsPlainText() => Fails<LinkSecrets>(
        LinkPlans.Put(Managed, "aws:cloudcontrol/resource:Resource", "desiredState", PlanValue.Of("""{"ActivationKey":"plain"}""")),
        "aws0-gcp0-link: shows its desiredState, which holds an activation key, to everybody");

    [Fact]
    public void LinkSecrets_Fails_When_WhatACloudDrawsIsNotMarked()
    {
        Fails<LinkSecrets>(Unmarked(Managed, Transport), "aws0-gcp0-link: leaves its generatedActivationKey in the clear");
        Fails<LinkSecrets>(Unmarked(Partner, Attachment), "aws0-gcp0-link-0: leaves its pairingKey in the clear");
        Fails<LinkSecrets>(Unmarked(Dedicated, Attachment));
    }

    private static PlanDocument Unmarked(PlanDocument plan, string type) =>
        LinkPlans.Change(plan, type, "", resource => resource with { Options = resource.Options with { AdditionalSecretOutputs = [] } });

    private static void Fails<TRule>(PlanDocument plan, params string[] expected)
        where TRule : CrossCloudMesh.Plan.Rules.Rule, new() => Assert.Equal(expected.Order(StringComparer.Ordinal), LinkPlans.Found<TRule>(plan));
}
