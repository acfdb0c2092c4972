using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Tunnels between a hub and a device of a data centre. What the device announces no resource says: the stack's output does.</summary>
internal static class DeviceWays
{
    private const int VpnRank = 5;

    public static IEnumerable<Way> In(World world, SortedMap<PlanValue> links)
    {
        foreach (var connection in world.All("ec2/vpnConnection:VpnConnection"))
        {
            var customer = world.From(connection, "customerGatewayId", "CustomerGateway");
            var hub = world.From(connection, "transitGatewayId", "TransitGateway");
            var told = links.FirstOrDefault(link => connection.Name.StartsWith($"{link.Key}-link-", StringComparison.Ordinal) && World.Text(link.Value, "primary") == "onPremises").Value;
            if (told is null || customer is null || hub is null || World.Text(connection, "staticRoutesOnly") == "true"
                || World.Text(customer, "bgpAsn") == World.Text(hub, "amazonSideAsn"))
            {
                continue;
            }

            var site = World.Text(told, "sites")!.Split(", ")[1];
            foreach (var number in new[] { 1, 2 })
            {
                yield return new()
                {
                    Name = $"{connection.Name} tunnel {number}",
                    Kind = "onPremises",
                    Attachment = connection,
                    Hub = hub,
                    Rank = VpnRank,
                    Centre = site,
                    Said = [.. CentrePlace.Ranges(told)],
                    Med = 100,
                    Asn = World.Text(customer, "bgpAsn"),
                    Mbps = packet => World.Text(connection, "tunnelBandwidth") == "large" ? Math.Min(5000, 400 * packet * 8 / 1000) : Math.Min(1250, 140 * packet * 8 / 1000),
                    Mtu = Mtu(connection, $"tunnel{number}"),
                    Parts =
                    [
                        ($"{connection.Name} tunnel {number}", $"{connection.Urn} {number}"), ($"connection {connection.Name}", site),
                        ($"customer gateway {customer.Name}", site), ($"zone of endpoints {number} at {hub.Name}", hub.Urn),
                    ],
                };
            }
        }
    }

    /// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html, read 2026-11-20.</remarks>
    private static int Mtu(PlannedResource connection, string t) =>
        World.Words(connection, t + "Phase2EncryptionAlgorithms").Contains("GCM", StringComparison.Ordinal) ? 1446
        : World.Words(connection, t + "Phase2IntegrityAlgorithms") == "SHA2-256" ? 1438 : 1422;
}
