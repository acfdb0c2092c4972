using CrossCloudMesh.Plan;
using static CrossCloudMesh.Tests.Plan.Network.Alter;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>One thing changed in a good plan, at random: a fault that somebody could make, or now and then no fault at all.</summary>
internal static class Mutation
{
    private const string Tunnel = "gcp:compute/vPNTunnel:VPNTunnel";
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Router = "gcp:compute/router:Router";

    private static readonly (string Name, Func<PlanDocument, Random, PlanDocument> Make)[] All =
    [
        ("two tunnels swap interfaces of the gateway", (plan, random) => Swap(plan, random, Tunnel, "vpnGatewayInterface")),
        ("two tunnels swap their peers", (plan, random) => Swap(plan, random, Tunnel, "peerExternalGatewayInterface")),
        ("two tunnels swap keys", (plan, random) => Swap(plan, random, Tunnel, "sharedSecret")),
        ("two sessions swap their ends", (plan, random) => Swap(plan, random, Peer, "peerIpAddress")),
        ("two customer gateways swap addresses", (plan, random) => Swap(plan, random, "aws:ec2/customerGateway:CustomerGateway", "ipAddress")),
        ("a session names another AS", (plan, random) => Set(plan, random, Peer, "peerAsn", "64999")),
        ("a router has another AS", (plan, random) => Set(plan, random, Router, "bgp.asn", "64998")),
        ("a hub has another AS", (plan, random) => Set(plan, random, "aws:ec2transitgateway/transitGateway:TransitGateway", "amazonSideAsn", "64997")),
        ("a customer gateway has another AS", (plan, random) => Set(plan, random, "aws:ec2/customerGateway:CustomerGateway", "bgpAsn", "\"64996\"")),
        ("a session is off", (plan, random) => Set(plan, random, Peer, "enable", "false")),
        ("a tunnel has another inside range", (plan, random) => Set(plan, random, Connection, $"tunnel{random.Next(1, 3)}InsideCidr", "\"169.254.99.0/30\"")),
        ("an interface has another address", (plan, random) => Set(plan, random, "gcp:compute/routerInterface:RouterInterface", "ipRange", "\"169.254.99.2/30\"")),
        ("a tunnel has another cipher", (plan, random) => Set(plan, random, Connection, $"tunnel{random.Next(1, 3)}Phase2EncryptionAlgorithms", "[\"AES128-GCM-16\"]")),
        ("a tunnel has another group", (plan, random) => Set(plan, random, Tunnel, "cipherSuite.phase1.dhs", "[\"Group-19\"]")),
        ("a tunnel speaks IKEv1", (plan, random) => Set(plan, random, Tunnel, "ikeVersion", "1")),
        ("a connection is static", (plan, random) => Set(plan, random, Connection, "staticRoutesOnly", "true")),
        ("a router announces half of a range", (plan, random) => Set(plan, random, Router, "bgp.advertisedIpRanges[0].range", "\"10.128.0.0/21\"")),
        ("a router announces nothing", (plan, random) => Set(plan, random, Router, "bgp.advertisedIpRanges", "[]")),
        ("a router announces all subnets", (plan, random) => Set(plan, random, Router, "bgp.advertiseMode", "\"DEFAULT\"")),
        ("a session announces for itself", (plan, random) => Set(plan, random, Peer, "advertiseMode", "\"CUSTOM\"")),
        ("a session is preferred", (plan, random) => Set(plan, random, Peer, "advertisedRoutePriority", "50")),
        ("a route leads to half of a range", (plan, random) => Set(plan, random, "aws:ec2/route:Route", "destinationCidrBlock", "\"10.128.0.0/21\"")),
        ("a route is missing", (plan, random) => Drop(plan, random, "aws:ec2/route:Route")),
        ("an association at the hub is missing", (plan, random) => Drop(plan, random, "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation")),
        ("a propagation is missing", (plan, random) => Drop(plan, random, "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation")),
        ("a subnet has no table", (plan, random) => Drop(plan, random, "aws:ec2/routeTableAssociation:RouteTableAssociation")),
        ("a subnet has no access list", (plan, random) => Drop(plan, random, "aws:ec2/networkAclAssociation:NetworkAclAssociation")),
        ("a port of a group is closed", (plan, random) => Drop(plan, random, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")),
        ("a group admits half of a range", (plan, random) => Set(plan, random, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "cidrIpv4", "\"10.128.0.0/21\"")),
        ("a firewall rule is missing", (plan, random) => Drop(plan, random, "gcp:compute/firewall:Firewall")),
        ("a firewall rule admits half", (plan, random) => Set(plan, random, "gcp:compute/firewall:Firewall", "sourceRanges", "[\"10.0.0.0/17\"]")),
        ("a firewall rule comes later", (plan, random) => Set(plan, random, "gcp:compute/firewall:Firewall", "priority", "65534")),
        ("an access list admits less", (plan, random) => Set(plan, random, "aws:ec2/networkAcl:NetworkAcl", "ingress[1].fromPort", "16000")),
        ("an access list drops", (plan, random) => Set(plan, random, "aws:ec2/networkAcl:NetworkAcl", "egress[0].action", "\"deny\"")),
        ("a hub does not spread", (plan, random) => Set(plan, random, "aws:ec2transitgateway/transitGateway:TransitGateway", "vpnEcmpSupport", "\"disable\"")),
        ("a hub drops a range", (plan, random) => Plus(plan, random)),
        ("a network is regional", (plan, random) => Set(plan, random, "gcp:compute/network:Network", "routingMode", "\"REGIONAL\"")),
        ("a router stands elsewhere", (plan, random) => Set(plan, random, Router, "region", "\"us-west1\"")),
        ("more is demanded", (plan, random) => plan with { Outputs = PlanBuilder.Map($$"""
            { "links": { "link": { "sites": "aws0, gcp0", "demandedMbps": "{{random.Next(1, 5) * 1000}}", "packetBytes": "1350" } } }
            """) }),
    ];

    /// <summary>How many kinds there are; as many seeds in a row bring each once.</summary>
    public static int Kinds => All.Length;

    public static (string Name, PlanDocument Plan) Of(PlanDocument plan, int seed)
    {
        var random = new Random(seed);
        var (name, make) = All[seed % All.Length];
        return (name, make(plan, random));
    }

    private static PlanDocument Plus(PlanDocument plan, Random random)
    {
        var table = Any(plan, random, "aws:ec2transitgateway/routeTable:RouteTable");
        var builder = new PlanBuilder();
        builder.Add(
            "aws:ec2transitgateway/route:Route",
            "dropped",
            $$"""{ "destinationCidrBlock": "{{(random.Next(2) == 0 ? "10.128.64.0/19" : "10.0.0.0/12")}}", "blackhole": true }""",
            ("transitGatewayRouteTableId", [table.Urn]));
        return Alter.Of(plan, plan.Resources.Concat(builder.Plan().Resources));
    }
}
