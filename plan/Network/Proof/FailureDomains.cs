using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Lists what may fail by itself.</summary>
/// <remarks>
/// Each tunnel; each VPN connection; each customer gateway, which is a device or stands for an interface of Google; each interface of an HA
/// VPN gateway; of every hub, the zone of all first endpoints and that of all second ones, as AWS puts the two endpoints of a connection into
/// two zones; each zone of a VPC that has pods or nodes; what <see cref="InterconnectDomains"/> has; each peering of hubs. Not among them: a
/// whole region, a whole gateway or router, which their clouds make redundant inside, the internet, and the clouds themselves.
/// Sources: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html and
/// https://cloud.google.com/network-connectivity/docs/vpn/concepts/topologies, read 2026-11-20.
/// </remarks>
internal static class FailureDomains
{
    public static List<Failure> Of(NetworkModel model)
    {
        var failures = new List<Failure>();
        var ends = model.Conduits.Select(conduit => (Conduit: conduit, End: EndOf(conduit))).Where(each => each.End is not null).ToList();
        foreach (var (conduit, _) in ends)
        {
            failures.Add(new($"tunnel {conduit.Name}", $"tunnel {conduit.Index}", [conduit], null));
        }

        Group(connection => connection.Resource, connection => $"connection {connection.Name}");
        Group(connection => connection.Customer, gateway => $"customer gateway {gateway.Name}");
        foreach (var group in model.Tunnels.Where(tunnel => tunnel.Google.Gateway is not null)
            .GroupBy(tunnel => (tunnel.Google.Gateway!, tunnel.Google.Interface)))
        {
            failures.Add(new($"interface {group.Key.Interface} of {group.Key.Item1.Name}", Gateway(group.First()), [.. group], null));
        }

        foreach (var group in ends.GroupBy(each => (each.End!.Connection.Hub, each.End.Number)))
        {
            var name = group.Key.Hub.Resource.Name;
            failures.Add(new($"zone of endpoints {group.Key.Number} at {name}", $"endpoints {name}", [.. group.Select(each => each.Conduit)], null));
        }

        failures.AddRange(InterconnectDomains.Of(model));
        foreach (var peering in model.Conduits.OfType<PeeringConduit>())
        {
            failures.Add(new($"peering {peering.Name}", $"peering {peering.Index}", [peering], null));
        }

        foreach (var vpc in model.Vpcs)
        {
            foreach (var zone in vpc.Workloads.Select(subnet => subnet.Zone).Distinct(StringComparer.Ordinal))
            {
                failures.Add(new($"zone {zone} of {vpc.Site}", $"zones {vpc.Resource.Urn}", [], (vpc, zone)));
            }
        }

        return failures;

        void Group(Func<VpnConnection, PlannedResource?> of, Func<PlannedResource, string> name)
        {
            foreach (var group in ends.Where(each => of(each.End!.Connection) is not null).GroupBy(each => of(each.End!.Connection)!.Urn, StringComparer.Ordinal))
            {
                var first = group.First();
                failures.Add(new(name(of(first.End!.Connection)!), Gateway(first.Conduit), [.. group.Select(each => each.Conduit)], null));
            }
        }
    }

    private static AwsTunnelEnd? EndOf(Conduit conduit) => conduit switch { Tunnel tunnel => tunnel.Aws, DeviceTunnel tunnel => tunnel.Aws, _ => null };

    /// <summary>What a connection is one half of: a gateway of Google, or the devices of a data centre.</summary>
    private static string Gateway(Conduit conduit) => conduit is Tunnel tunnel
        ? $"gateway {(tunnel.Google.Gateway ?? tunnel.Google.Resource).Urn}"
        : $"devices {(conduit as DeviceTunnel)?.Centre?.Site ?? conduit.At.Hub.Resource.Urn}";
}
