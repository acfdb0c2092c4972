using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>A tunnel that works: both ends found one another, agreed on keys and ciphers, and speak BGP.</summary>
/// <param name="Google">Google's tunnel.</param>
/// <param name="Peer">Its BGP session.</param>
/// <param name="Router">Its router.</param>
/// <param name="Network">The network of the router.</param>
/// <param name="Connection">AWS's connection.</param>
/// <param name="Number">Which of its tunnels, 1 or 2.</param>
/// <param name="Hub">The Transit Gateway.</param>
internal sealed record Wire(
    PlannedResource Google, PlannedResource Peer, PlannedResource Router, PlannedResource Network, PlannedResource Connection, int Number, PlannedResource Hub)
{
    /// <summary>All that work.</summary>
    public static List<Wire> In(World world)
    {
        var wires = new List<Wire>();
        var tunnels = world.All("compute/vPNTunnel:VPNTunnel").ToList();
        foreach (var connection in world.All("ec2/vpnConnection:VpnConnection"))
        {
            foreach (var number in new[] { 1, 2 })
            {
                var answering = tunnels.Where(tunnel => Finds(world, tunnel, connection, number)).ToList();
                wires.AddRange(answering
                    .Where(tunnel => answering.Count(other => Own(world, other) == Own(world, tunnel)) == 1)
                    .Select(tunnel => Speak(world, tunnel, connection, number)).OfType<Wire>());
            }
        }

        return wires;
    }

    public int Mbps
    {
        get
        {
            // A quarter of a million packets a second both ways together is what Google takes, and AWS has its own rate.
            const int packet = 1350;
            var rate = World.Text(Connection, "tunnelBandwidth") == "large" ? 5000 : 1250;
            return Math.Min(rate, 125 * packet * 8 / 1000);
        }
    }

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

    private static Wire? Speak(World world, PlannedResource tunnel, PlannedResource connection, int number)
    {
        var t = $"tunnel{number}";
        var customer = world.From(connection, "customerGatewayId", "CustomerGateway");
        var hub = world.From(connection, "transitGatewayId", "TransitGateway");
        var inside = world.Of(tunnel, "compute/routerInterface:RouterInterface", "vpnTunnel").FirstOrDefault();
        var peer = inside is null ? null : world.Of(inside, "compute/routerPeer:RouterPeer", "interface").FirstOrDefault();
        var router = world.From(peer, "router", "Router");
        var network = world.From(router, "network", "Network");
        if (hub is null || peer is null || router is null || network is null || Net.Of(World.Text(connection, t + "InsideCidr")) is not { } cidr)
        {
            return null;
        }

        var isAgreed =
            World.Text(customer, "ipAddress") == Own(world, tunnel)
            && World.Text(connection, t + "PresharedKey") == World.Text(tunnel, "sharedSecret")
            && "ikev" + World.Text(tunnel, "ikeVersion") == World.Words(connection, t + "IkeVersions")
            && Cipher(World.Words(connection, t + "Phase1EncryptionAlgorithms")) == World.Words(tunnel, "cipherSuite", "phase1", "encryptions")
            && Cipher(World.Words(connection, t + "Phase2EncryptionAlgorithms")) == World.Words(tunnel, "cipherSuite", "phase2", "encryptions")
            && "Group-" + World.Words(connection, t + "Phase1DhGroupNumbers") == World.Words(tunnel, "cipherSuite", "phase1", "dhs")
            && "Group-" + World.Words(connection, t + "Phase2DhGroupNumbers") == World.Words(tunnel, "cipherSuite", "phase2", "pfs")
            && "PRF-HMAC-" + World.Words(connection, t + "Phase1IntegrityAlgorithms") == World.Words(tunnel, "cipherSuite", "phase1", "prves");
        var speaks =
            World.Text(connection, "staticRoutesOnly") != "true"
            && World.Text(peer, "enable") != "false"
            && Net.Of(World.Text(inside, "ipRange")) == new Net(cidr.Bits + 2, 30)
            && Net.Ip(World.Text(peer, "ipAddress")!) == cidr.Bits + 2
            && Net.Ip(World.Text(peer, "peerIpAddress")!) == cidr.Bits + 1
            && World.Text(peer, "peerAsn") == World.Text(hub, "amazonSideAsn")
            && World.Text(customer, "bgpAsn") == World.Text(router, "bgp", "asn")
            && World.Text(hub, "amazonSideAsn") != World.Text(router, "bgp", "asn");
        return isAgreed && speaks ? new(tunnel, peer, router, network, connection, number, hub) : null;
    }

    private static string Cipher(string aws) => aws switch { "AES256-GCM-16" => "AES-GCM-16-256", "AES128-GCM-16" => "AES-GCM-16-128", _ => aws };
}
