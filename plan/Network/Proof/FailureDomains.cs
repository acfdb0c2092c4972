using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Lists what may fail by itself.</summary>
/// <remarks>
/// Each tunnel; each VPN connection; each customer gateway; each interface of an HA VPN gateway; of every hub, the zone of all first
/// endpoints and that of all second ones, as AWS puts the two endpoints of a connection into two zones; each zone of a VPC that has pods or
/// nodes. Not among them: a whole region, a whole gateway or router, which their clouds make redundant inside, and the clouds themselves.
/// Sources: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html and
/// https://cloud.google.com/network-connectivity/docs/vpn/concepts/topologies, read 2026-11-20.
/// </remarks>
internal static class FailureDomains
{
    public static List<Failure> Of(NetworkModel model)
    {
        var failures = new List<Failure>();
        foreach (var tunnel in model.Tunnels)
        {
            failures.Add(new($"tunnel {tunnel.Google}", $"tunnel {tunnel.Index}", [tunnel], null));
        }

        Group(tunnel => tunnel.Aws.Connection.Resource, connection => $"connection {connection.Name}", Gateway);
        Group(tunnel => tunnel.Aws.Connection.Customer, gateway => $"customer gateway {gateway.Name}", Gateway);
        foreach (var group in model.Tunnels.Where(tunnel => tunnel.Google.Gateway is not null)
            .GroupBy(tunnel => (tunnel.Google.Gateway!, tunnel.Google.Interface)))
        {
            failures.Add(new($"interface {group.Key.Interface} of {group.Key.Item1.Name}", Gateway(group.First()), [.. group], null));
        }

        foreach (var group in model.Tunnels.GroupBy(tunnel => (tunnel.Aws.Connection.Hub, tunnel.Aws.Number)))
        {
            var name = group.Key.Hub.Resource.Name;
            failures.Add(new($"zone of endpoints {group.Key.Number} at {name}", $"endpoints {name}", [.. group], null));
        }

        foreach (var vpc in model.Vpcs)
        {
            foreach (var zone in vpc.Workloads.Select(subnet => subnet.Zone).Distinct(StringComparer.Ordinal))
            {
                failures.Add(new($"zone {zone} of {vpc.Site}", $"zones {vpc.Resource.Urn}", [], (vpc, zone)));
            }
        }

        return failures;

        void Group(Func<Tunnel, PlannedResource?> of, Func<PlannedResource, string> name, Func<Tunnel, string> redundancy)
        {
            foreach (var group in model.Tunnels.Where(tunnel => of(tunnel) is not null).GroupBy(tunnel => of(tunnel)!.Urn, StringComparer.Ordinal))
            {
                failures.Add(new(name(of(group.First())!), redundancy(group.First()), [.. group], null));
            }
        }
    }

    private static string Gateway(Tunnel tunnel) => $"gateway {(tunnel.Google.Gateway ?? tunnel.Google.Resource).Urn}";
}
