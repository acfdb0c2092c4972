using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;
using static CrossCloudMesh.Tests.Plan.Network.LinkPlans;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>The 27 properties of a network that are shown from its plan.</summary>
internal static class Properties
{
    private const string Association = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Endpoint = "aws:route53/resolverEndpoint:ResolverEndpoint";
    private const string Interconnect = "gcp:compute/interconnect:Interconnect";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Peering = "gcp:compute/networkPeering:NetworkPeering";
    private const string Port = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";
    private const string Router = "gcp:compute/router:Router";
    private const string Transport = "gcp:networkconnectivity/transport:Transport";
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";

    public static IReadOnlyList<Property> All { get; } =
    [
        new(1, "link-pairing", "a tunnel is at the other interface", Vpn, plan => Set(plan, Tunnel, "tunnel-0", "vpnGatewayInterface", "1")),
        new(2, "link-inside-address", "a session expects another end", Vpn, plan => Set(plan, Peer, "tunnel-0", "peerIpAddress", "\"169.254.64.9\"")),
        new(3, "link-inside-range", "AWS keeps the range", Vpn, plan => Set(plan, Connection, "-0", "tunnel1InsideCidr", "\"169.254.169.252/30\""), "link-inside-address"),
        new(4, "link-asn", "a session expects another AS", Vpn, plan => Set(plan, Peer, "tunnel-0", "peerAsn", "64999")),
        new(4, "link-asn", "a virtual interface expects another AS", Dedicated, plan => Set(plan, Port, "-0", "bgpAsn", "64999")),
        new(5, "link-proposal", "Google offers any cipher", Vpn, plan => Set(plan, Tunnel, "tunnel-0", "cipherSuite", null)),
        new(6, "link-cipher", "AWS offers SHA-1", Vpn, plan => Set(plan, Connection, "-0", "tunnel1Phase2IntegrityAlgorithms", "[\"SHA1\"]")),
        new(7, "link-keys", "the ends have other keys", Vpn, plan => Put(plan, Tunnel, "sharedSecret", new PlanValue.SecretValue("derived:another"))),
        new(8, "link-packet-size", "packets are a byte too large", Vpn, plan => Asking(plan, 500, 1407)),
        new(8, "link-packet-size", "packets fit the interconnect and not the VPN behind it", Managed, plan => Asking(plan, 500, 1450)),
        new(9, "link-reachability", "the firewall is shut", Vpn, plan => Without(plan, "gcp:compute/firewall:Firewall", "-in")),
        new(10, "link-capacity", "more is demanded than one connection carries", Vpn, plan => Asking(plan, 2600, 1350)),
        new(11, "link-announcement", "one session is preferred", Vpn, plan => Set(plan, Peer, "tunnel-0", "advertisedRoutePriority", "50")),
        new(12, "link-announced-ranges", "the VPN leaves pods out", Vpn, plan => Set(plan, Router, "", "bgp.advertisedIpRanges[1].range", "\"10.128.64.0/19\"")),
        new(12, "link-transport", "the interconnect leaves pods out", Managed, plan => Set(plan, Transport, "", "advertisedRoutes[1]", "\"10.128.64.0/19\"")),
        new(12, "link-dns-return", "the range of Cloud DNS is announced and nothing asks from it", Vpn,
            plan => Set(plan, Router, "", "bgp.advertisedIpRanges", """[{ "range": "10.128.0.0/20" }, { "range": "10.128.64.0/18" }, { "range": "35.199.192.0/19" }]"""), "link-routes"),
        new(13, "link-routes", "a table leads to half", Vpn, plan => Set(plan, "aws:ec2/route:Route", "private-az1-10.128.64.0/18", "destinationCidrBlock", "\"10.128.64.0/19\"")),
        new(13, "link-hub-tables", "a connection has no table", Vpn, plan => Without(plan, "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation", "gcp0-link-0")),
        new(14, "link-preference", "Google hears whole ranges by both", Managed, plan => Set(plan, Association, "", "allowedPrefixes", "[\"10.0.0.0/16\"]")),
        new(14, "link-preference", "AWS hears a summary by the interconnect", Managed, plan => Set(plan, Transport, "", "advertisedRoutes", "[\"10.128.0.0/17\"]")),
        new(15, "link-overlap", "Google is told what it has itself", Managed,
            plan => Set(plan, Association, "", "allowedPrefixes", """["10.0.0.0/17", "10.0.128.0/17", "10.128.0.0/24"]"""), "link-allowed-prefixes"),
        new(16, "link-prefix-count", "a session lists too many", Vpn, plan => Set(plan, Router, "", "bgp.advertisedIpRanges", Many(201, 128, "10.128.0.0/17")), "link-routes"),
        new(16, "link-learned-routes", "Google learns too many", Dedicated, plan => Set(plan, Association, "", "allowedPrefixes",
            $"[{string.Join(',', Enumerable.Range(0, 252).Select(n => $"\"10.0.{n}.0/24\"").Append("\"10.0.0.0/16\""))}]"), "link-allowed-prefixes"),
        new(17, "link-global-routing", "the router is elsewhere", Vpn,
            plan => Set(Set(plan, "gcp:compute/network:Network", "", "routingMode", "\"REGIONAL\""), Router, "", "region", "\"us-west1\"")),
        new(18, "link-reachability", "too-big messages are shut out", Vpn, plan => Set(plan, "gcp:compute/firewall:Firewall", "-in", "allows[1].protocol", "\"udp\""), "link-exposure"),
        new(18, "link-exposure", "a group lets in more than the link", Vpn,
            plan => Set(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "15443-10.128.0.0/20", "cidrIpv4", "\"10.0.0.0/8\"")),
        new(19, "link-segmentation", "a data centre goes where nobody declared", () => WithCentre(passes: false), plan => Plus(plan, astray => AwsEstate.Tell(
            astray, Urn(plan, Connection, "gcp0-link-0"), Urn(plan, "aws:ec2transitgateway/routeTable:RouteTable", "-dc0"), "astray"))),
        new(19, "link-transit", "everywhere is announced", Vpn, plan => Set(plan, Router, "", "bgp.advertisedIpRanges[0].range", "\"0.0.0.0/0\""), "link-routes", "link-overlap"),
        new(20, "link-dns-loop", "both ask for one name", Named, plan => Set(plan, "gcp:dns/managedZone:ManagedZone", "aws0-gcp0-names", "dnsName", "\"gcp0.mesh.example.\"")),
        new(21, "link-zones", "both cables are in one domain", Dedicated, plan => Set(plan, Interconnect, "-1", "location", "\"iad-zone1-1\"")),
        new(21, "link-dns-zones", "a resolver has one zone", Named, plan => Change(plan, Endpoint, "aws0-names-outbound",
            each => each.Referring("ipAddresses", Urn(plan, "aws:ec2/subnet:Subnet", "intra-az1")))),
        new(22, "link-vlan", "the ends have other VLANs", Dedicated, plan => Set(plan, Port, "-0", "vlan", "999")),
        new(23, "link-transport", "the peering takes no routes", Managed, plan => Set(plan, Peering, "", "importCustomRoutes", "false")),
        new(24, "link-allowed-prefixes", "half of the VPC is not allowed", Managed, plan => Set(plan, Association, "", "allowedPrefixes", "[\"10.0.0.0/17\"]")),
        new(25, "link-change-order", "both connections change at once", Vpn,
            plan => Set(Set(plan, Connection, "link-0", "changed", "true"), Connection, "link-1", "changed", "true")),
        new(25, "link-protection", "a gateway may be replaced", Vpn,
            plan => Change(plan, "gcp:compute/haVpnGateway:HaVpnGateway", "", each => each with { Options = PlannedOptions.None })),
        new(26, "link-secrets", "a key is plain text", Dedicated, plan => Put(plan, Port, "bgpAuthKey", PlanValue.Of("plain")), "link-vlan"),
        new(26, "link-alarms", "the other connection's tunnels have no alarm", Vpn, plan => Plus(plan, astray => Watch(astray, plan, "gcp0-link-0"))),
        new(26, "link-logs", "a log is off", Vpn, plan => Set(plan, Connection, "-0", "tunnel2LogOptions.cloudwatchLogOptions.bgpLogEnabled", "false")),
        new(27, "link-independent-medium", "there is no VPN behind it", Managed, _ => Joined("managedInterconnect", backup: null)),
    ];

    /// <summary>Alarms on both tunnels of one connection.</summary>
    private static void Watch(PlanBuilder builder, PlanDocument plan, string connection)
    {
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2" })
        {
            builder.Add(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                $"{connection}-{address}",
                $$"""{ "metricName": "TunnelState", "alarmActions": ["told"], "dimensions": { "TunnelIpAddress": "{{address}}" } }""",
                ("dimensions", [Urn(plan, Connection, connection)]));
        }
    }

    private static PlanDocument Vpn() => Joined("haVpn", backup: null);

    private static PlanDocument Managed() => Joined("managedInterconnect");

    private static PlanDocument Dedicated() => Joined("crossCloudInterconnect");

    private static PlanDocument Named()
    {
        var plan = new PlanBuilder();
        var (aws, google) = (new AwsEstate(plan, 0), new GoogleEstate(plan, 0));
        LinkEstate.Join(plan, aws, google, 0);
        DnsEstate.Join(plan, aws, google);
        var made = plan.Plan(Vpn().Outputs);
        var ranges = string.Join(',', google.Ranges.Append(DnsEstate.Range).Select(range => $$"""{ "range": "{{range}}" }"""));
        return Set(made, Router, "", "bgp.advertisedIpRanges", $"[{ranges}]");
    }

    private static PlanDocument Asking(PlanDocument plan, int mbps, int packetBytes)
    {
        var (key, link) = ((PlanValue.ObjectValue)plan.Outputs["links"]!).Members.Single();
        PlanValue told = new PlanValue.ObjectValue(new([.. ((PlanValue.ObjectValue)link).Members.Select(each => each.Key switch
        {
            "demandedMbps" => new(each.Key, PlanValue.Of($"{mbps}")),
            "packetBytes" => new(each.Key, PlanValue.Of($"{packetBytes}")),
            _ => each,
        })]));
        return plan with { Outputs = new([new("links", new PlanValue.ObjectValue(new([new(key, told)])))]) };
    }

    private static string Many(int count, int second, string last) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(n => $$"""{ "range": "10.{{second}}.{{n}}.0/24" }""").Append($$"""{ "range": "{{last}}" }"""))}]";
}
