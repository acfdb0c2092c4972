using CrossCloudMesh.Plan;
using static CrossCloudMesh.Tests.Plan.Network.Alter;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>One thing changed in a good plan of interconnects, peerings and data centres: a fault that somebody could make, or now and then none.</summary>
internal static class LinkFault
{
    private const string Peer = "gcp:compute/routerPeer:RouterPeer";
    private const string Inside = "gcp:compute/routerInterface:RouterInterface";
    private const string Router = "gcp:compute/router:Router";
    private const string Attachment = "gcp:compute/interconnectAttachment:InterconnectAttachment";
    private const string Cable = "gcp:compute/interconnect:Interconnect";
    private const string Transport = "gcp:networkconnectivity/transport:Transport";
    private const string Exchange = "gcp:compute/networkPeering:NetworkPeering";
    private const string Network = "gcp:compute/network:Network";
    private const string Port = "aws:directconnect/transitVirtualInterface:TransitVirtualInterface";
    private const string Group = "aws:directconnect/linkAggregationGroup:LinkAggregationGroup";
    private const string Gateway = "aws:directconnect/gateway:Gateway";
    private const string Association = "aws:directconnect/gatewayAssociation:GatewayAssociation";
    private const string Managed = "aws:cloudcontrol/resource:Resource";
    private const string Customer = "aws:ec2/customerGateway:CustomerGateway";
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string HubTable = "aws:ec2transitgateway/routeTable:RouteTable";
    private const string Routed = "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation";
    private const string Told = "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation";
    private const string Written = "aws:ec2transitgateway/route:Route";
    private const string Asked = "aws:ec2transitgateway/peeringAttachment:PeeringAttachment";
    private const string Accepted = "aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter";

    private static readonly (string Name, string Type, Func<PlanDocument, Random, PlanDocument> Make)[] All =
    [
        ("whole ranges are allowed", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", each => List(Allowed(each).Select(Whole).Distinct()))),
        ("a range is not allowed", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", each => List(Allowed(each).SkipLast(1)))),
        ("nothing is allowed", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", "[]")),
        ("quarters are allowed", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", each => List(Allowed(each).SelectMany(Quarters)))),
        ("half of a half is allowed", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", each => List(Allowed(each).Skip(1).Append(Quarters(Allowed(each)[0])[0])))),
        ("everything is allowed too", Association, (plan, random) => Set(plan, random, Association, "allowedPrefixes", each => List(Allowed(each).Append("0.0.0.0/0")))),
        ("an association is missing", Association, (plan, random) => Drop(plan, random, Association)),
        ("a gateway is routed by no table", Association, (plan, random) => Drop(plan, random, Routed, Association)),
        ("a gateway is told to no table", Association, (plan, random) => Drop(plan, random, Told, Association)),
        ("a gateway is told to the links", Association, (plan, random) => Tell(plan, random, Association)),
        ("a gateway has its hub's AS", Gateway, (plan, random) => Set(plan, random, Gateway, "amazonSideAsn", "\"64512\"")),
        ("a gateway has another AS", Gateway, (plan, random) => Set(plan, random, Gateway, "amazonSideAsn", "\"64999\"")),
        ("a transport announces a summary", Transport, (plan, random) => Set(plan, random, Transport, "advertisedRoutes", "[\"10.128.0.0/9\"]")),
        ("a transport announces no pods", Transport, (plan, random) => Set(plan, random, Transport, "advertisedRoutes", "[\"10.128.0.0/20\"]")),
        ("a transport announces nothing", Transport, (plan, random) => Set(plan, random, Transport, "advertisedRoutes", "[]")),
        ("a transport announces halves", Transport, (plan, random) => Set(plan, random, Transport, "advertisedRoutes", "[\"10.128.0.0/21\", \"10.128.8.0/21\", \"10.128.64.0/18\"]")),
        ("a transport is slow", Transport, (plan, random) => Set(plan, random, Transport, "bandwidth", "\"BPS_200M\"")),
        ("a transport is elsewhere", Transport, (plan, random) => Set(plan, random, Transport, "region", "\"us-west1\"")),
        ("a peering takes no routes", Exchange, (plan, random) => Set(plan, random, Exchange, "importCustomRoutes", "false")),
        ("a peering gives no routes", Exchange, (plan, random) => Set(plan, random, Exchange, "exportCustomRoutes", "false")),
        ("a peering is missing", Exchange, (plan, random) => Drop(plan, random, Exchange)),
        ("AWS's end is missing", Managed, (plan, random) => Drop(plan, random, Managed)),
        ("a VLAN is another at AWS", Port, (plan, random) => Set(plan, random, Port, "vlan", "999")),
        ("a VLAN is another at Google", Attachment, (plan, random) => Set(plan, random, Attachment, "vlanTag8021q", "998")),
        ("a key is another at AWS", Port, (plan, random) => Replace(plan, random, Port, "bgpAuthKey", new PlanValue.SecretValue("md5:another"))),
        ("a key is another at Google", Attachment, (plan, random) => Set(plan, random, Peer, "md5AuthenticationKey.key", "\"another\"")),
        ("a key is missing at Google", Attachment, (plan, random) => Set(plan, random, Peer, "md5AuthenticationKey", _ => null)),
        ("AWS expects another AS", Port, (plan, random) => Set(plan, random, Port, "bgpAsn", "64998")),
        ("Google expects another AS", Attachment, (plan, random) => Set(plan, random, Peer, "peerAsn", "64997")),
        ("a router has another AS", Attachment, (plan, random) => Set(plan, random, Router, "bgp.asn", "64996")),
        ("AWS has another address", Port, (plan, random) => Set(plan, random, Port, "amazonAddress", "\"169.254.199.2/29\"")),
        ("AWS expects another address", Port, (plan, random) => Set(plan, random, Port, "customerAddress", "\"169.254.199.1/29\"")),
        ("Google has another address", Attachment, (plan, random) => Set(plan, random, Peer, "ipAddress", "\"169.254.199.1\"")),
        ("an interface has another address", Attachment, (plan, random) => Set(plan, random, Inside, "ipRange", "\"169.254.199.1/29\"")),
        ("two sessions swap their ends", Attachment, (plan, random) => Swap(plan, random, Peer, "peerIpAddress")),
        ("a session is off", Attachment, (plan, random) => Set(plan, random, Peer, "enable", "false")),
        ("BFD is off", Attachment, (plan, random) => Set(plan, random, Peer, "bfd.sessionInitializationMode", "\"DISABLED\"")),
        ("a session is preferred", Attachment, (plan, random) => Set(plan, random, Peer, "advertisedRoutePriority", "50")),
        ("all cables are in one domain", Cable, (plan, _) => With(plan, each => each.Type == Cable ? Put(each, "location", PlanValue.Of("iad-zone1-1")) : each)),
        ("all attachments are in one domain", Attachment, (plan, _) => With(plan, each =>
            each.Type == Attachment && each.Inputs["edgeAvailabilityDomain"] is not null ? Put(each, "edgeAvailabilityDomain", PlanValue.Of("AVAILABILITY_DOMAIN_1")) : each)),
        ("two VLANs share one group", Group, (plan, random) => Lead(plan, random, Port, "connectionId", Group)),
        ("an attachment is slow", Attachment, (plan, random) => Set(plan, random, Attachment, "bandwidth", "\"BPS_200M\"")),
        ("all attachments are slow", Attachment, (plan, _) => With(plan, each => each.Type == Attachment ? Put(each, "bandwidth", PlanValue.Of("BPS_200M")) : each)),
        ("a router announces a summary", Attachment, (plan, random) => Set(plan, random, Router, "bgp.advertisedIpRanges", """[{ "range": "10.128.0.0/9" }]""")),
        ("a router announces half", Attachment, (plan, random) => Set(plan, random, Router, "bgp.advertisedIpRanges[1].range", "\"10.128.64.0/19\"")),
        ("a router stands elsewhere", Attachment, (plan, random) => Set(plan, random, Router, "region", "\"us-west1\"")),
        ("a network is regional", Network, (plan, random) => Set(plan, random, Network, "routingMode", "\"REGIONAL\"")),
        ("a peering of hubs is not accepted", Accepted, (plan, random) => Drop(plan, random, Accepted)),
        ("a peering's route is missing", Asked, (plan, random) => Drop(plan, random, Written)),
        ("a peering's route leads to half", Asked, (plan, random) => Set(plan, random, Written, "destinationCidrBlock", each => $"\"{Quarters(Destination(each))[0]}\"")),
        ("a peering's route drops", Asked, (plan, random) => Set(plan, random, Written, "blackhole", "true")),
        ("a peering is routed by no table", Asked, (plan, random) => Drop(plan, random, Routed, random.Next(2) == 0 ? Asked : Accepted)),
        ("a device has its hub's AS", Customer, (plan, random) => Set(plan, random, Customer, "bgpAsn", "\"64512\"")),
        ("a connection is static", Connection, (plan, random) => Set(plan, random, Connection, "staticRoutesOnly", "true")),
        ("a connection is routed by no table", Connection, (plan, random) => Drop(plan, random, Routed, Connection)),
        ("a connection is told to one table less", Connection, (plan, random) => Drop(plan, random, Told, Connection)),
        ("a connection is told to another table", Connection, (plan, random) => Tell(plan, random, Connection)),
        ("a connection is routed by another table", Connection, (plan, random) => Lead(plan, random, Routed, "transitGatewayRouteTableId", HubTable)),
        ("a site is not told to a table", Told, (plan, random) => Drop(plan, random, Told, "aws:ec2transitgateway/vpcAttachment:VpcAttachment")),
        ("a firewall rule is missing", Network, (plan, random) => Drop(plan, random, "gcp:compute/firewall:Firewall")),
        ("a route of a VPC is missing", Told, (plan, random) => Drop(plan, random, "aws:ec2/route:Route")),
    ];

    /// <summary>How many kinds there are.</summary>
    public static int Kinds => All.Length;

    /// <summary>The next kind, from that of the seed's, that the plan has something for.</summary>
    public static (string Name, PlanDocument Plan) Of(PlanDocument plan, int seed)
    {
        var random = new Random(seed);
        var types = plan.Resources.Select(resource => resource.Type).ToHashSet(StringComparer.Ordinal);
        var (name, _, make) = Enumerable.Range(seed, All.Length).Select(each => All[each % All.Length]).First(each => types.Contains(each.Type));
        return (name, make(plan, random));
    }

    /// <summary>The faults that a plan has something for.</summary>
    public static IEnumerable<int> For(PlanDocument plan)
    {
        var types = plan.Resources.Select(resource => resource.Type).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, All.Length).Where(index => types.Contains(All[index].Type));
    }

    private static PlanDocument Tell(PlanDocument plan, Random random, string type)
    {
        var builder = new PlanBuilder();
        AwsEstate.Tell(builder, Any(plan, random, type).Urn, Any(plan, random, HubTable).Urn, "astray");
        return Alter.Of(plan, plan.Resources.Concat(builder.Plan().Resources));
    }

    private static PlanDocument Replace(PlanDocument plan, Random random, string type, string path, PlanValue value)
    {
        var one = Any(plan, random, type);
        return With(plan, each => each == one ? Put(each, path, value) : each);
    }

    private static string[] Allowed(PlannedResource association) =>
        [.. ((PlanValue.ListValue)association.Inputs["allowedPrefixes"]!).Items.Select(item => ((PlanValue.TextValue)item).Value)];

    private static string Destination(PlannedResource route) => ((PlanValue.TextValue)route.Inputs["destinationCidrBlock"]!).Value;

    private static string List(IEnumerable<string> ranges) => $"[{string.Join(", ", ranges.Select(range => $"\"{range}\""))}]";

    private static string Whole(string half) => $"{string.Join('.', half.Split('.')[..2])}.0.0/16";

    private static string[] Quarters(string range)
    {
        var parts = range.Split('.', '/');
        return [$"{parts[0]}.{parts[1]}.{parts[2]}.0/18", $"{parts[0]}.{parts[1]}.{int.Parse(parts[2]) + 64}.0/18"];
    }
}
