using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>One packet.</summary>
internal sealed record Packet(uint From, uint To, string Protocol, int Port, bool IsAnswer);

/// <summary>Carries single packets through the planned networks, hop by hop, by every tunnel that could be taken.</summary>
internal sealed class Walk(World world, List<Wire> wires)
{
    private readonly Dictionary<(string?, uint), (PlannedResource? Vpc, List<Wire> Wires)> atHub = [];
    private readonly Dictionary<(string, uint), int> told = [];

    private static readonly int[] AnswerPorts = [32768, 40000, 50000, 60999];

    /// <summary>The tunnels by which a packet leaves a subnet for a network of Google; null where it does not get there by each of them.</summary>
    public List<Wire>? FromAws(PlannedResource subnet, Packet packet, PlannedResource network)
    {
        var vpc = world.From(subnet, "vpcId", "Vpc")!;
        if (!Listed(subnet, "egress", packet, packet.To) || Net.Of(World.Text(vpc, "cidrBlock"))!.Value.Has(packet.To))
        {
            return null;
        }

        var table = world.Of(subnet, "ec2/routeTableAssociation:RouteTableAssociation", "subnetId").Select(each => world.From(each, "routeTableId", "RouteTable")).FirstOrDefault();
        var route = world.Of(table, "ec2/route:Route", "routeTableId")
            .Where(each => Net.Of(World.Text(each, "destinationCidrBlock")) is { } net && net.Has(packet.To))
            .MaxBy(each => Net.Of(World.Text(each, "destinationCidrBlock"))!.Value.Length);
        var hub = world.From(route, "transitGatewayId", "TransitGateway");
        var attachment = world.Of(vpc, "ec2transitgateway/vpcAttachment:VpcAttachment", "vpcId").FirstOrDefault();
        if (hub is null || attachment is null || world.From(attachment, "transitGatewayId", "TransitGateway") != hub)
        {
            return null;
        }

        var door = world.AllFrom(attachment, "subnetIds").FirstOrDefault(each => Zone(each) == Zone(subnet));
        if (door is null || (door != subnet && !Listed(door, "ingress", packet, packet.From)))
        {
            return null;
        }

        var (found, taken) = AtHub(TableOf(attachment), packet.To);
        return found is null && taken.Count > 0 && taken.TrueForAll(wire => ReferenceEquals(wire.Network, network)) && Walled(network, packet, "INGRESS") ? taken : null;
    }

    /// <summary>The same the other way.</summary>
    public List<Wire>? FromGoogle(PlannedResource network, string region, Packet packet, PlannedResource subnet)
    {
        var ranges = world.Of(network, "compute/subnetwork:Subnetwork", "network").SelectMany(Ranges);
        if (!Walled(network, packet, "EGRESS") || ranges.Any(range => range.Has(packet.To)))
        {
            return null;
        }

        var heard = wires.Where(wire => ReferenceEquals(wire.Network, network) && (World.Text(network, "routingMode") == "GLOBAL" || World.Text(wire.Router, "region") == region))
            .Select(wire => (Wire: wire, Length: Told(wire, packet.To))).Where(each => each.Length >= 0).ToList();
        var best = heard.Where(each => each.Length == heard.Max(other => other.Length)).Select(each => each.Wire).ToList();
        var near = best.Where(wire => World.Text(wire.Router, "region") == region).ToList();
        var taken = near.Count > 0 ? near : best;
        var vpc = world.From(subnet, "vpcId", "Vpc")!;
        return taken.Count > 0 && taken.TrueForAll(wire => AtHub(TableOf(wire.Connection), packet.To).Vpc == vpc) && Enters(vpc, subnet, packet) ? taken : null;
    }

    private bool Enters(PlannedResource vpc, PlannedResource subnet, Packet packet)
    {
        var attachment = world.Of(vpc, "ec2transitgateway/vpcAttachment:VpcAttachment", "vpcId").First();
        return world.AllFrom(attachment, "subnetIds").All(door => door == subnet || Listed(door, "egress", packet, packet.To))
            && Listed(subnet, "ingress", packet, packet.From)
            && (packet.IsAnswer || Grouped(subnet, packet));
    }

    /// <summary>Every rule that names the cluster of the subnet's nodes.</summary>
    private bool Grouped(PlannedResource subnet, Packet packet)
    {
        var clusters = world.Of(subnet, "eks/nodeGroup:NodeGroup", "subnetIds").Select(nodes => world.From(nodes, "clusterName", "Cluster"));
        return clusters.All(cluster => world.Of(cluster, "vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId").Any(rule =>
            Net.Of(World.Text(rule, "cidrIpv4")) is { } net && net.Has(packet.From) && World.Text(rule, "ipProtocol") == packet.Protocol
            && (packet.Protocol == "icmp" || (int.Parse(World.Text(rule, "fromPort")!) <= packet.Port && packet.Port <= int.Parse(World.Text(rule, "toPort")!)))));
    }

    private PlannedResource? TableOf(PlannedResource attachment) => world
        .Of(attachment, "ec2transitgateway/routeTableAssociation:RouteTableAssociation", "transitGatewayAttachmentId")
        .Select(each => world.From(each, "transitGatewayRouteTableId", "RouteTable")).FirstOrDefault();

    private IEnumerable<PlannedResource> Speakers(PlannedResource? table) => world
        .Of(table, "ec2transitgateway/routeTablePropagation:RouteTablePropagation", "transitGatewayRouteTableId")
        .SelectMany(each => world.AllFrom(each, "transitGatewayAttachmentId"));

    /// <summary>A static route first, then a VPC, then tunnels; but the longest prefix before all.</summary>
    private (PlannedResource? Vpc, List<Wire> Wires) AtHub(PlannedResource? table, uint to) =>
        atHub.TryGetValue((table?.Urn, to), out var known) ? known : atHub[(table?.Urn, to)] = AskHub(table, to);

    private (PlannedResource? Vpc, List<Wire> Wires) AskHub(PlannedResource? table, uint to)
    {
        var found = new List<(int Length, int Rank, int Med, PlannedResource? Vpc, Wire? Wire)>();
        foreach (var route in world.Of(table, "ec2transitgateway/route:Route", "transitGatewayRouteTableId"))
        {
            if (Net.Of(World.Text(route, "destinationCidrBlock")) is { } net && net.Has(to))
            {
                found.Add((net.Length, 0, 0, null, null));
            }
        }

        foreach (var speaker in Speakers(table))
        {
            if (world.From(speaker, "vpcId", "Vpc") is { } vpc && Net.Of(World.Text(vpc, "cidrBlock")) is { } range && range.Has(to))
            {
                found.Add((range.Length, 1, 0, vpc, null));
            }

            foreach (var wire in wires.Where(wire => ReferenceEquals(wire.Connection, speaker)))
            {
                foreach (var net in Said(wire).Where(net => net.Has(to)))
                {
                    found.Add((net.Length, 2, int.Parse(World.Text(wire.Peer, "advertisedRoutePriority") ?? "100"), null, wire));
                }
            }
        }

        var best = found.Where(each => !found.Exists(other => (-other.Length, other.Rank, other.Med).CompareTo((-each.Length, each.Rank, each.Med)) < 0)).ToList();
        var taken = best.Select(each => each.Wire).OfType<Wire>().DistinctBy(wire => wire.Google.Urn).ToList();
        return (best.Select(each => each.Vpc).FirstOrDefault(each => each is not null), World.Text(taken.FirstOrDefault()?.Hub, "vpnEcmpSupport") == "disable" ? [.. taken.Take(1)] : taken);
    }

    /// <summary>What Google's router says in a session.</summary>
    private IEnumerable<Net> Said(Wire wire)
    {
        var custom = World.Text(wire.Peer, "advertiseMode") == "CUSTOM";
        var mode = custom ? "CUSTOM" : World.Text(wire.Router, "bgp", "advertiseMode");
        var groups = custom ? World.Words(wire.Peer, "advertisedGroups") : World.Words(wire.Router, "bgp", "advertisedGroups");
        var listed = custom ? World.Items(wire.Peer, "advertisedIpRanges") : World.Items(wire.Router, "bgp", "advertisedIpRanges");
        if (mode != "CUSTOM" || groups.Contains("ALL_SUBNETS", StringComparison.Ordinal))
        {
            var isGlobal = World.Text(wire.Network, "routingMode") == "GLOBAL";
            foreach (var subnetwork in world.Of(wire.Network, "compute/subnetwork:Subnetwork", "network"))
            {
                foreach (var range in isGlobal || World.Text(subnetwork, "region") == World.Text(wire.Router, "region") ? Ranges(subnetwork) : [])
                {
                    yield return range;
                }
            }
        }

        foreach (var item in mode == "CUSTOM" ? listed : [])
        {
            yield return Net.Of(World.Text(item, "range"))!.Value;
        }
    }

    /// <summary>By how long a prefix AWS tells the other end of an address; -1 where it does not.</summary>
    private int Told(Wire wire, uint to) => told.TryGetValue((wire.Google.Urn, to), out var known) ? known : told[(wire.Google.Urn, to)] = AskTold(wire, to);

    private int AskTold(Wire wire, uint to)
    {
        var longest = -1;
        foreach (var speaker in Speakers(TableOf(wire.Connection)))
        {
            if (world.From(speaker, "vpcId", "Vpc") is { } vpc && Net.Of(World.Text(vpc, "cidrBlock")) is { } range && range.Has(to))
            {
                longest = Math.Max(longest, range.Length);
            }

            foreach (var other in wires.Where(other => ReferenceEquals(other.Connection, speaker) && !ReferenceEquals(speaker, wire.Connection)))
            {
                if (World.Text(other.Router, "bgp", "asn") != World.Text(wire.Router, "bgp", "asn"))
                {
                    longest = Math.Max(longest, Said(other).Where(net => net.Has(to)).Select(net => net.Length).DefaultIfEmpty(-1).Max());
                }
            }
        }

        return longest;
    }

    private bool Walled(PlannedResource network, Packet packet, string direction)
    {
        if (packet.IsAnswer)
        {
            return true;
        }

        var verdicts = new List<(int Priority, int Order)>();
        foreach (var rule in world.Of(network, "compute/firewall:Firewall", "network").Where(rule => (World.Text(rule, "direction") ?? "INGRESS") == direction))
        {
            if (!World.Items(rule, "sourceRanges").Any(item => Net.Of(World.Text(item)) is { } net && net.Has(packet.From)))
            {
                continue;
            }

            foreach (var (list, order) in new[] { ("denies", 0), ("allows", 1) })
            {
                if (World.Items(rule, list).Any(item => World.Text(item, "protocol") == "all" || (World.Text(item, "protocol") == packet.Protocol && Ports(item, packet.Port))))
                {
                    verdicts.Add((int.Parse(World.Text(rule, "priority") ?? "1000"), order));
                }
            }
        }

        return verdicts.Count == 0 ? direction == "EGRESS" : verdicts.Min().Order == 1;
    }

    private static bool Ports(PlanValue allowed, int port) =>
        (allowed as PlanValue.ObjectValue)?.Members["ports"] is not PlanValue.ListValue ports || ports.Items.Any(item => World.Text(item) == $"{port}");

    private bool Listed(PlannedResource subnet, string direction, Packet packet, uint other)
    {
        var list = world.Of(subnet, "ec2/networkAclAssociation:NetworkAclAssociation", "subnetId").Select(each => world.From(each, "networkAclId", "NetworkAcl")).FirstOrDefault();
        return list is null || (packet.IsAnswer ? AnswerPorts : [packet.Port]).All(port => World.Items(list, direction)
            .Where(rule => Net.Of(World.Text(rule, "cidrBlock"))!.Value.Has(other) && Meant(rule, packet.Protocol, port))
            .OrderBy(rule => World.Number(rule, 0, "ruleNo")).Select(rule => World.Text(rule, "action") == "allow").FirstOrDefault());
    }

    private static bool Meant(PlanValue rule, string protocol, int port) => World.Text(rule, "protocol") == "-1"
        || (World.Text(rule, "protocol") == protocol && World.Number(rule, 0, "fromPort") <= port && port <= World.Number(rule, 65535, "toPort"));

    private static string? Zone(PlannedResource subnet) => World.Text(subnet, "availabilityZoneId");

    public static IEnumerable<Net> Ranges(PlannedResource subnetwork)
    {
        yield return Net.Of(World.Text(subnetwork, "ipCidrRange"))!.Value;
        foreach (var item in World.Items(subnetwork, "secondaryIpRanges"))
        {
            yield return Net.Of(World.Text(item, "ipCidrRange"))!.Value;
        }
    }
}
