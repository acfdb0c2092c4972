using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Ways over Direct Connect: VLANs of ports that somebody bought, and the interconnect that both clouds run.</summary>
internal static class DirectWays
{
    private const int DirectRank = 2;

    /// <summary>Of a transit interface, of a Transit Gateway, and of AWS's own interconnect.</summary>
    private const int AwsMtu = 8500;

    public static IEnumerable<Way> In(World world)
    {
        foreach (var association in world.All("directconnect/gatewayAssociation:GatewayAssociation"))
        {
            var (gateway, hub) = (world.From(association, "dxGatewayId", "Gateway"), world.From(association, "associatedGatewayId", "TransitGateway"));
            // AWS refuses an association whose ends have one AS number.
            // Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html, read 2026-11-20.
            if (gateway is null || hub is null || World.Text(gateway, "amazonSideAsn") == World.Text(hub, "amazonSideAsn"))
            {
                continue;
            }

            List<Net> allowed = [.. World.Items(association, "allowedPrefixes").Select(item => Net.Of(World.Text(item))!.Value)];
            foreach (var port in world.Of(gateway, "directconnect/transitVirtualInterface:TransitVirtualInterface", "dxGatewayId"))
            {
                foreach (var peer in world.All("compute/routerPeer:RouterPeer").Where(peer => Meets(world, port, peer, gateway)))
                {
                    yield return Vlan(world, port, peer, association, hub, allowed);
                }
            }

            foreach (var connection in world.Of(gateway, "cloudcontrol/resource:Resource", "desiredState"))
            {
                if (world.From(connection, "desiredState", "Transport") is { } transport && Managed(world, transport, association, hub, allowed) is { } way)
                {
                    yield return way;
                }
            }
        }
    }

    /// <summary>One VLAN, one pair of addresses, one key, and each end expects the other's AS. Whether BFD is spoken has no say in it.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/configure-aws, read 2026-11-20.</remarks>
    private static bool Meets(World world, PlannedResource port, PlannedResource peer, PlannedResource gateway)
    {
        var inside = world.From(peer, "interface", "RouterInterface");
        var attachment = world.From(inside, "interconnectAttachment", "InterconnectAttachment");
        var router = world.From(peer, "router", "Router");
        if (attachment is null || router is null || World.Text(peer, "enable") == "false" || world.From(router, "network", "Network") is null)
        {
            return false;
        }

        var isPartner = World.Text(attachment, "type") == "PARTNER";
        var addresses = isPartner
            ? port.PropertyDependencies["customerAddress"]?.Contains(attachment.Urn) == true && port.PropertyDependencies["amazonAddress"]?.Contains(attachment.Urn) == true
            : World.Text(port, "customerAddress") is { } theirs && World.Text(port, "amazonAddress") is { } ours
                && theirs.Split('/')[0] == World.Text(peer, "ipAddress") && ours.Split('/')[0] == World.Text(peer, "peerIpAddress")
                && World.Text(inside, "ipRange") == theirs && World.Text(port, "vlan") == World.Text(attachment, "vlanTag8021q");
        return addresses
            && World.Text(port, "bgpAuthKey") is { } key && key == World.Text(peer, "md5AuthenticationKey", "key")
            && World.Text(port, "bgpAsn") == World.Text(router, "bgp", "asn")
            && World.Text(peer, "peerAsn") == World.Text(gateway, "amazonSideAsn")
            && World.Text(router, "bgp", "asn") == (isPartner ? "16550" : World.Text(router, "bgp", "asn"))
            && World.Text(router, "bgp", "asn") != World.Text(gateway, "amazonSideAsn");
    }

    private static Way Vlan(
        World world, PlannedResource port, PlannedResource peer, PlannedResource association, PlannedResource hub, List<Net> allowed)
    {
        var attachment = world.From(world.From(peer, "interface", "RouterInterface"), "interconnectAttachment", "InterconnectAttachment")!;
        var router = world.From(peer, "router", "Router")!;
        var network = world.From(router, "network", "Network")!;
        var cable = world.From(attachment, "interconnect", "Interconnect");
        var group = world.AllFrom(port, "connectionId").First();
        var rate = Math.Min(Rate(attachment), Math.Min(cable is null ? int.MaxValue : Links(cable), Ports(group)));
        return new()
        {
            Name = attachment.Name,
            Kind = cable is null ? "partnerInterconnect" : "crossCloudInterconnect",
            Attachment = association,
            Hub = hub,
            Rank = DirectRank,
            Network = network,
            Region = World.Text(router, "region"),
            Said = Way.SaidIn(world, peer, router, network),
            Med = int.Parse(World.Text(peer, "advertisedRoutePriority") ?? "100"),
            Asn = World.Text(router, "bgp", "asn"),
            Allowed = allowed,
            Mbps = _ => rate,
            Mtu = new[] { World.Number(attachment.Inputs["mtu"], 1440), World.Number(port.Inputs["mtu"], 1500), World.Number(network.Inputs["mtu"], 1460), AwsMtu }.Min(),
            Parts = [.. Parts(attachment, cable, group), All(hub)],
        };
    }

    /// <summary>
    /// Google has two edge availability domains in a metro, which are never both in maintenance, so these and the cables in them are one
    /// redundancy; the metros are another. A VLAN is lost by itself, as a tunnel is.
    /// </summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/choosing-colocation-facilities, read 2026-11-20.</remarks>
    private static IEnumerable<(string Name, string Redundancy)> Parts(PlannedResource attachment, PlannedResource? cable, PlannedResource group)
    {
        var place = World.Text(cable, "location")?.Split('-');
        var metro = place?[0] ?? World.Text(attachment, "region")!;
        var domain = place is null ? World.Text(attachment, "edgeAvailabilityDomain")!.Split('_')[^1] : place[1]["zone".Length..];
        yield return ($"attachment {attachment.Name}", attachment.Urn);
        yield return ($"ports {group.Name}", $"domains {metro}");
        yield return ($"edge availability domain {domain} of {metro}", $"domains {metro}");
        if (place is not null)
        {
            yield return ($"metro {metro}", "metros");
        }
    }

    private static (string Name, string Redundancy) All(PlannedResource hub) => ($"Direct Connect at {hub.Name}", $"Direct Connect at {hub.Name}");

    /// <summary>Google hands over what it is told to, and takes and gives routes of a peering where the peering says so for each way.</summary>
    /// <remarks>Sources: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/partner-cci-for-aws-overview and
    /// https://cloud.google.com/vpc/docs/vpc-peering#importing-exporting-routes, read 2026-11-20.</remarks>
    private static Way? Managed(World world, PlannedResource transport, PlannedResource association, PlannedResource hub, List<Net> allowed)
    {
        var peering = world.Of(transport, "compute/networkPeering:NetworkPeering", "peerNetwork").FirstOrDefault();
        var network = world.From(peering, "network", "Network");
        if (peering is null || network is null || !ReferenceEquals(network, world.From(transport, "network", "Network")))
        {
            return null;
        }

        var (exports, imports) = (World.Text(peering, "exportCustomRoutes") == "true", World.Text(peering, "importCustomRoutes") == "true");
        return new()
        {
            Name = transport.Name,
            Kind = "managedInterconnect",
            Attachment = association,
            Hub = hub,
            Rank = DirectRank,
            Network = network,
            Region = World.Text(transport, "region"),
            IsPeered = true,
            Said = exports ? [.. World.Items(transport, "advertisedRoutes").Select(item => Net.Of(World.Text(item))!.Value)] : [],
            Allowed = imports ? allowed : [],
            Mbps = _ => Rate(transport),
            Mtu = Math.Min(World.Number(network.Inputs["mtu"], 1460), AwsMtu),
            Parts = [($"transport {transport.Name}", transport.Urn), All(hub)],
        };
    }

    /// <summary>Google's words <c>BPS_50M</c>, <c>BPS_10G</c>.</summary>
    private static int Rate(PlannedResource resource) =>
        World.Text(resource, "bandwidth") is { } word ? int.Parse(word["BPS_".Length..^1]) * (word[^1] == 'G' ? 1000 : 1) : int.MaxValue;

    private static int Links(PlannedResource cable)
    {
        var type = World.Text(cable, "linkType")!;
        var rate = type.Contains("_400G_", StringComparison.Ordinal) ? 400_000 : type.Contains("_100G_", StringComparison.Ordinal) ? 100_000 : 10_000;
        return rate * World.Number(cable.Inputs["requestedLinkCount"], 1);
    }

    private static int Ports(PlannedResource group) =>
        World.Text(group, "connectionsBandwidth") is { } word ? int.Parse(word[..^"Gbps".Length]) * 1000 : int.MaxValue;
}
