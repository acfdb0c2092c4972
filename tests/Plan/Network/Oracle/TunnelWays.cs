using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Tunnels between a hub and Google: both ends found one another, agreed on keys and ciphers, and speak BGP.</summary>
internal static class TunnelWays
{
    private const int VpnRank = 5;

    public static IEnumerable<Way> In(World world)
    {
        var tunnels = world.All("compute/vPNTunnel:VPNTunnel").ToList();
        foreach (var connection in world.All("ec2/vpnConnection:VpnConnection"))
        {
            foreach (var number in new[] { 1, 2 })
            {
                var answering = tunnels.Where(tunnel => Finds(world, tunnel, connection, number)).ToList();
                foreach (var tunnel in answering.Where(tunnel => answering.Count(other => Own(world, other) == Own(world, tunnel)) == 1))
                {
                    if (Speak(world, tunnel, connection, number) is { } way)
                    {
                        yield return way;
                    }
                }
            }
        }
    }

    /// <summary>A quarter of a million packets a second both ways together is what Google takes, and AWS has its own rate.</summary>
    /// <remarks>Sources: https://cloud.google.com/network-connectivity/docs/vpn/quotas and https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html, read 2026-11-20.</remarks>
    private static int Mbps(PlannedResource connection, int packet) =>
        Math.Min(World.Text(connection, "tunnelBandwidth") == "large" ? 5000 : 1250, 125 * packet * 8 / 1000);

    /// <summary>The tunnel's record of the other side names the public address of that end.</summary>
    private static bool Finds(World world, PlannedResource tunnel, PlannedResource connection, int number)
    {
        var wanted = World.Text(tunnel, "peerExternalGatewayInterface");
        var entry = World.Items(world.From(tunnel, "peerExternalGateway", "ExternalVpnGateway"), "interfaces").FirstOrDefault(item => World.Text(item, "id") == wanted);
        var named = world.From(tunnel, "peerExternalGateway", "ExternalVpnGateway")?.PropertyDependencies["interfaces"];
        return entry is not null && named?.Contains(connection.Urn) != false && World.Text(entry, "ipAddress") == World.Text(connection.Outputs[$"tunnel{number}Address"]);
    }

    private static string? Own(World world, PlannedResource tunnel)
    {
        var gateway = world.From(tunnel, "vpnGateway", "HaVpnGateway");
        var interfaces = gateway?.Outputs["vpnInterfaces"] as PlanValue.ListValue;
        var mine = interfaces?.Items.FirstOrDefault(item => World.Text(item, "id") == World.Text(tunnel, "vpnGatewayInterface"));
        return World.Text(mine, "ipAddress");
    }

    private static Way? Speak(World world, PlannedResource tunnel, PlannedResource connection, int number)
    {
        var customer = world.From(connection, "customerGatewayId", "CustomerGateway");
        var hub = world.From(connection, "transitGatewayId", "TransitGateway");
        var inside = world.Of(tunnel, "compute/routerInterface:RouterInterface", "vpnTunnel").FirstOrDefault();
        var peer = inside is null ? null : world.Of(inside, "compute/routerPeer:RouterPeer", "interface").FirstOrDefault();
        var router = world.From(peer, "router", "Router");
        var network = world.From(router, "network", "Network");
        if (hub is null || peer is null || router is null || network is null || Net.Of(World.Text(connection, $"tunnel{number}InsideCidr")) is not { } cidr)
        {
            return null;
        }

        var speaks =
            World.Text(connection, "staticRoutesOnly") != "true"
            && World.Text(peer, "enable") != "false"
            && Net.Of(World.Text(inside, "ipRange")) == new Net(cidr.Bits + 2, 30)
            && Net.Ip(World.Text(peer, "ipAddress")) == cidr.Bits + 2
            && Net.Ip(World.Text(peer, "peerIpAddress")) == cidr.Bits + 1
            && World.Text(peer, "peerAsn") == World.Text(hub, "amazonSideAsn")
            && World.Text(customer, "bgpAsn") == World.Text(router, "bgp", "asn")
            && World.Text(hub, "amazonSideAsn") != World.Text(router, "bgp", "asn");
        if (!speaks || !Agrees(tunnel, connection, $"tunnel{number}") || World.Text(customer, "ipAddress") != Own(world, tunnel))
        {
            return null;
        }

        var gateway = world.From(tunnel, "vpnGateway", "HaVpnGateway")!;
        var side = $"interface {World.Text(tunnel, "vpnGatewayInterface")} of {gateway.Name}";
        return new()
        {
            Name = tunnel.Name,
            Kind = "haVpn",
            Attachment = connection,
            Hub = hub,
            Rank = VpnRank,
            Network = network,
            Region = World.Text(router, "region"),
            Said = Way.SaidIn(world, peer, router, network),
            Med = int.Parse(World.Text(peer, "advertisedRoutePriority") ?? "100"),
            Asn = World.Text(router, "bgp", "asn"),
            Mbps = packet => Mbps(connection, packet),
            Mtu = Math.Min(Mtu(connection, $"tunnel{number}"), int.Parse(World.Text(network, "mtu") ?? "1460")),
            Parts =
            [
                ($"tunnel {tunnel.Name}", tunnel.Urn), ($"connection {connection.Name}", gateway.Urn), ($"customer gateway {customer!.Name}", gateway.Urn),
                (side, gateway.Urn), ($"zone of endpoints {number} at {hub.Name}", hub.Urn),
            ],
        };
    }

    private static bool Agrees(PlannedResource tunnel, PlannedResource connection, string t) =>
        World.Text(connection, t + "PresharedKey") == World.Text(tunnel, "sharedSecret")
        && "ikev" + World.Text(tunnel, "ikeVersion") == World.Words(connection, t + "IkeVersions")
        && Cipher(World.Words(connection, t + "Phase1EncryptionAlgorithms")) == World.Words(tunnel, "cipherSuite", "phase1", "encryptions")
        && Cipher(World.Words(connection, t + "Phase2EncryptionAlgorithms")) == World.Words(tunnel, "cipherSuite", "phase2", "encryptions")
        && "Group-" + World.Words(connection, t + "Phase1DhGroupNumbers") == World.Words(tunnel, "cipherSuite", "phase1", "dhs")
        && "Group-" + World.Words(connection, t + "Phase2DhGroupNumbers") == World.Words(tunnel, "cipherSuite", "phase2", "pfs")
        && "PRF-HMAC-" + World.Words(connection, t + "Phase1IntegrityAlgorithms") == World.Words(tunnel, "cipherSuite", "phase1", "prves");

    private static string Cipher(string aws) => aws switch { "AES256-GCM-16" => "AES-GCM-16-256", "AES128-GCM-16" => "AES-GCM-16-128", _ => aws };

    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/vpn/concepts/mtu-considerations, read 2026-11-20.</remarks>
    private static int Mtu(PlannedResource connection, string t) =>
        World.Words(connection, t + "Phase2EncryptionAlgorithms").Contains("GCM", StringComparison.Ordinal) ? 1406
        : World.Words(connection, t + "Phase2IntegrityAlgorithms") == "SHA2-256" ? 1390 : 1374;
}
