using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Rules about links, each seen failing on a good plan with one thing broken, and no unrelated rule with it.</summary>
public class LinkRuleTests
{
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Router = "gcp:compute/router:Router";
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Customer = "aws:ec2/customerGateway:CustomerGateway";

    private static readonly PlanDocument Good = Estate.Of();

    [Fact]
    public void Rules_FindNothing_InAGoodPlan() => Assert.Empty(Found(Estate.Of(2, 2)));

    [Theory]
    [InlineData("vpnGatewayInterface", "1", "link: has interfaces 0 and 1 at different ones of the gateway", "link-tunnel-0: leads to aws0-gcp0-link-0 tunnel 1, which awaits another interface of the gateway")]
    [InlineData("peerExternalGatewayInterface", "1", "link: has 0 tunnels at interface 0", "link: has 2 tunnels at interface 1")]
    public void LinkPairing_Fails_When_ATunnelIsCrossed(string path, string value, params string[] expected) =>
        Fails<LinkPairing>(Set(Tunnel, path, value), expected, PathsInside(path));

    [Fact]
    public void LinkPairing_Fails_When_TheAddressIsNobodys() => Fails<LinkPairing>(
        Set("gcp:compute/externalVpnGateway:ExternalVpnGateway", "interfaces[0].ipAddress", "\"192.0.2.1\""),
        ["link-tunnel-0: leads to an address that no connection of AWS has"]);

    [Fact]
    public void LinkInsideAddress_Fails_When_ThePeerIsAnother() => Fails<LinkInsideAddress>(
        Set(Peer, "peerIpAddress", "\"169.254.64.9\""), ["link-tunnel-0: has other addresses than aws0-gcp0-link-0 tunnel 1 with 169.254.64.0/30"]);

    [Fact]
    public void LinkInsideAddress_Fails_When_AwsChooses() => Fails<LinkInsideAddress>(
        Set(Connection, "tunnel1InsideCidr", null), ["link-0: leaves the range inside tunnel 1 to AWS, so nobody knows it before"]);

    [Theory]
    [InlineData("169.254.169.252/30", "link-0: has 169.254.169.252/30 inside tunnel 1, of which AWS keeps 169.254.169.252/30")]
    [InlineData("169.254.64.0/29", "link-0: has 169.254.64.0/29 inside tunnel 1, which is no /30 of 169.254.0.0/16", "link-0: has 169.254.64.4/30 inside tunnel 2, as aws0-gcp0-link-0 tunnel 1 does")]
    [InlineData("169.254.64.8/30", "link-1: has 169.254.64.8/30 inside tunnel 1, as aws0-gcp0-link-0 tunnel 1 does")]
    public void LinkInsideRange_Fails_When_ItIsNotALegalOneOfItsOwn(string range, params string[] expected) =>
        Fails<LinkInsideRange>(Set(Connection, "tunnel1InsideCidr", $"\"{range}\""), expected, range.EndsWith("/29", StringComparison.Ordinal) ? [] : ["link-inside-address"]);

    [Fact]
    public void LinkAsn_Fails_When_ThePeerExpectsAnother() =>
        Fails<LinkAsn>(Set(Peer, "peerAsn", "64999"), ["link-tunnel-0: expects AS 64999 of a hub that has 64512"]);

    [Theory]
    [InlineData("64999", "link-0: awaits AS 64999 of a router that has 64700")]
    [InlineData("64512", "link-0: awaits AS 64512 of a router that has 64700", "link-0: has the AS number 64512 of the hub itself")]
    [InlineData("7224", "link-0: awaits AS 7224 of a router that has 64700", "link-0: has the AS number 7224, which AWS refuses there")]
    public void LinkAsn_Fails_When_TheCustomerGatewayHasAnother(string asn, params string[] expected) =>
        Fails<LinkAsn>(Set(Customer, "bgpAsn", $"\"{asn}\""), expected);

    [Fact]
    public void LinkProposal_Fails_When_AwsOffersSeveral() => Fails<LinkProposal>(
        Set(Connection, "tunnel1Phase2EncryptionAlgorithms", """["AES256-GCM-16", "AES128-GCM-16"]"""),
        ["link-0: offers more than one phase 2 encryption, or any, in tunnel 1"]);

    [Fact]
    public void LinkProposal_Fails_When_GoogleOffersAnything() =>
        Fails<LinkProposal>(Set(Tunnel, "cipherSuite", null), ["link-tunnel-0: offers more than one phase 1 encryption, or any"]);

    [Fact]
    public void LinkProposal_Fails_When_TheEndsDiffer() => Fails<LinkProposal>(
        Set(Tunnel, "cipherSuite.phase1.dhs", "[\"Group-19\"]"), ["link-tunnel-0: offers what aws0-gcp0-link-0 tunnel 1 does not"]);

    [Theory]
    [InlineData("tunnel1Phase1DhGroupNumbers", "[2]", "group 2, which is too small", true)]
    [InlineData("tunnel1Phase1DhGroupNumbers", "[17]", "group 17, which only one of the clouds has", true)]
    [InlineData("tunnel1Phase1IntegrityAlgorithms", "[\"SHA1\"]", "SHA1", true)]
    [InlineData("tunnel1IkeVersions", "[\"ikev1\"]", "IKEv1", true)]
    [InlineData("tunnel1Phase2IntegrityAlgorithms", "[\"SHA1\"]", "SHA1", false)]
    public void LinkCipher_Fails_When_AWordIsBroken(string path, string value, string what, bool differs) =>
        Fails<LinkCipher>(Set(Connection, path, value), [$"link-0: offers {what} in tunnel 1"], differs ? ["link-proposal"] : []);

    [Fact]
    public void LinkCipher_Fails_When_GcmHasADigestBesideIt() => Fails<LinkCipher>(
        Set(Tunnel, "cipherSuite.phase2.integrities", "[\"HMAC-SHA2-256-128\"]"),
        ["link-tunnel-0: offers a digest beside a cipher that has its own, which Google refuses"]);

    [Fact]
    public void LinkCipher_Fails_When_GoogleLacksTheDigest()
    {
        var plan = Set(Connection, "tunnel1Phase2EncryptionAlgorithms", "[\"AES256\"]");
        plan = Change(plan, Connection, resource => resource.With("tunnel1Phase2IntegrityAlgorithms", "[\"SHA2-384\"]"));
        Fails<LinkCipher>(plan, ["link-0: offers SHA2-384 in the second phase, which Google lacks there in tunnel 1"], ["link-proposal"]);
    }

    [Fact]
    public void LinkKeys_Fails_When_TheEndsDiffer() => Fails<LinkKeys>(
        Put(Good, Tunnel, "sharedSecret", new PlanValue.SecretValue("derived:another")), ["link-tunnel-0: has another key than aws0-gcp0-link-0 tunnel 1"]);

    [Fact]
    public void LinkKeys_Fails_When_TwoTunnelsHaveTheSame()
    {
        var same = new PlanValue.SecretValue("config:test:aws0-gcp0-link-1");
        Fails<LinkKeys>(
            Put(Put(Good, Connection, "tunnel1PresharedKey", same), Tunnel, "sharedSecret", same),
            ["link-0: has the key of aws0-gcp0-link-0 tunnel 1 for tunnel 2 too"]);
    }

    [Fact]
    public void LinkKeys_Fails_When_OneIsPlainText() => Fails<LinkKeys>(
        Put(Put(Good, Connection, "tunnel1PresharedKey", PlanValue.Of("plain")), Tunnel, "sharedSecret", PlanValue.Of("plain")),
        ["link-0: shows the key of tunnel 1 to everybody"],
        "link-secrets");

    [Fact]
    public void LinkAnnouncement_Fails_When_OneSessionIsPreferred() => Fails<LinkAnnouncement>(
        Set(Peer, "advertisedRoutePriority", "50"),
        ["link-tunnel-0: announces other ranges, or with another priority, than the sessions beside it"]);

    [Fact]
    public void LinkAnnouncedRanges_Fails_When_PodsAreLeftOut() => Fails<LinkAnnouncedRanges>(
        Set(Router, "bgp.advertisedIpRanges[1].range", "\"10.128.64.0/19\""),
        [.. Enumerable.Range(0, 4).Select(number => $"link-tunnel-{number}: does not announce 10.128.64.0/18, where nodes or pods are")]);

    [Fact]
    public void LinkRoutes_Fails_When_ATableLeadsToHalf() => Fails<LinkRoutes>(
        Change(Good, "aws:ec2/route:Route", "10.128.64.0/18", resource => resource.With("destinationCidrBlock", "\"10.128.64.0/19\""), "private-az1"),
        ["aws0-network-private-az1: does not lead to all of 10.128.64.0/18 by aws0-hub"]);

    [Fact]
    public void LinkHubTables_Fails_When_AnAttachmentHasNone() => Fails<LinkHubTables>(
        Without("aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", "aws0-gcp0-link-0"),
        ["link-0: has no route table at the hub, which drops whatever comes from it"]);

    [Fact]
    public void LinkHubTables_Fails_When_LinksDoNotKnowTheVpc() => Fails<LinkHubTables>(
        Without("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", "aws0-links-network"),
        ["aws0-hub-network: is not known to aws0-hub-links"]);

    [Fact]
    public void LinkGlobalRouting_Fails_When_ASubnetIsElsewhere() => Fails<LinkGlobalRouting>(
        Change(Set("gcp:compute/network:Network", "routingMode", "\"REGIONAL\""), Router, resource => resource.With("region", "\"us-west1\"")),
        ["gcp0-network: routes within us-west1 only and has subnets in us-east4"]);

    [Fact]
    public void LinkPrefixCount_Fails_When_ASessionListsTooMany() => Fails<LinkPrefixCount>(
        Set(Router, "bgp.advertisedIpRanges", $"[{string.Join(',', Enumerable.Range(0, 201).Select(n => $$"""{ "range": "10.128.{{n}}.0/24" }""").Append("""{ "range": "10.128.0.0/17" }"""))}]"),
        [.. Enumerable.Range(0, 4).Select(number => $"link-tunnel-{number}: lists 202 ranges, of which a session takes 200")],
        ["link-routes"]);

    [Fact]
    public void LinkTransit_Fails_When_LinksLearnOfLinks()
    {
        var (link, table) = (First(Good, Connection), Good.Resources.Single(resource => resource.Name == "aws0-hub-links"));
        var builder = new PlanBuilder();
        builder.Add("aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation", "astray", "{}", AwsEstate.At(link.Urn, table.Urn));
        Fails<LinkTransit>(Of(Good.Resources.Concat(builder.Plan().Resources)), ["link-0: announces itself to aws0-hub-links, by which links are routed"]);
    }

    [Fact]
    public void LinkTransit_Fails_When_EverywhereIsAnnounced() => Fails<LinkTransit>(
        Set(Router, "bgp.advertisedIpRanges[0].range", "\"0.0.0.0/0\""),
        [.. Enumerable.Range(0, 4).Select(number => $"link-tunnel-{number}: announces a way to everywhere")],
        ["link-routes"]);

    [Fact]
    public void LinkLogs_Fails_When_OneIsOff() => Fails<LinkLogs>(
        Set(Connection, "tunnel2LogOptions.cloudwatchLogOptions.bgpLogEnabled", "false"), ["link-0: keeps no log of it"]);

    [Fact]
    public void LinkProtection_Fails_When_AGatewayIsNot() => Fails<LinkProtection>(
        Change(Good, "gcp:compute/haVpnGateway:HaVpnGateway", resource => resource with { Options = PlannedOptions.None }),
        ["gcp0-routers: may be deleted or replaced by any update"]);

    /// <summary>The rule finds what is told, as <c>name: message</c> without the link's own name, and no other rule but those finds anything.</summary>
    private static void Fails<TRule>(PlanDocument plan, IEnumerable<string> expected, params string[] along)
        where TRule : Rule, new()
    {
        var id = new TRule().About.Id;
        var found = Found(plan).ToList();
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            found.Where(each => each.Rule == id).Select(each => Short(each)).Order(StringComparer.Ordinal));
        Assert.Subset(new HashSet<string>([.. along, id, "link-reachability", "link-capacity"], StringComparer.Ordinal), found.Select(each => each.Rule).ToHashSet(StringComparer.Ordinal));
    }

    private static string[] PathsInside(string path) => path == "peerExternalGatewayInterface" ? ["link-inside-address", "link-keys"] : [];

    private static IEnumerable<Finding> Found(PlanDocument plan) => AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21))
        .Concat(NetworkFindings.Of(NetworkProof.Of(plan))).Where(finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal));

    private static string Short(Finding finding)
    {
        var name = finding.Urn![(finding.Urn!.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        return $"{(name.StartsWith("aws0-gcp0-", StringComparison.Ordinal) ? name["aws0-gcp0-".Length..] : name)}: {finding.Message}";
    }

    private static PlanDocument Set(string type, string path, string? json) => Change(Good, type, resource => resource.With(path, json));

    private static PlanDocument Put(PlanDocument plan, string type, string input, PlanValue value) => Change(
        plan, type, resource => resource with { Inputs = new([.. resource.Inputs.Where(each => each.Key != input), new(input, value)]) });

    private static PlanDocument Change(PlanDocument plan, string type, Func<PlannedResource, PlannedResource> change) => Change(plan, type, "", change, "");

    private static PlanDocument Change(PlanDocument plan, string type, string end, Func<PlannedResource, PlannedResource> change, string part)
    {
        var one = plan.Resources.First(resource =>
            resource.Type == type && resource.Name.EndsWith(end, StringComparison.Ordinal) && resource.Name.Contains(part, StringComparison.Ordinal));
        return Of(plan.Resources.Select(resource => ReferenceEquals(resource, one) ? change(one) : resource));
    }

    private static PlanDocument Without(string type, string name) => Of(Good.Resources.Where(resource => resource.Type != type || resource.Name != name));

    private static PlannedResource First(PlanDocument plan, string type) => plan.Resources.First(resource => resource.Type == type);

    private static PlanDocument Of(IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(Good.Stack, Good.Fidelity, resources, [], Good.Outputs);
}
