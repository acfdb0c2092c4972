using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads VPN connections to devices that are in neither cloud: those whose customer gateway is no interface of Google's.</summary>
internal static class DeviceReader
{
    /// <param name="plan">The plan.</param>
    /// <param name="sites">Where each resource stands.</param>
    /// <param name="hubs">The hubs.</param>
    /// <param name="tunnels">The tunnels between the clouds.</param>
    /// <param name="next">How many conduits there are already.</param>
    public static List<DeviceTunnel> Read(PlanIndex plan, Lineage sites, IEnumerable<Hub> hubs, IEnumerable<Tunnel> tunnels, int next)
    {
        var known = tunnels.Select(tunnel => tunnel.Aws.Connection).ToHashSet();
        var devices = new List<DeviceTunnel>();
        foreach (var connection in hubs.SelectMany(hub => hub.Connections).Where(each => !known.Contains(each)))
        {
            if (connection.Customer is not { } customer || plan.Sources(customer, "ipAddress", Types.HaVpnGateway).Any() || connection.IsPrivate)
            {
                continue;
            }

            foreach (var end in connection.Ends)
            {
                devices.Add(new(next + devices.Count, end, sites.RootOf(connection.Resource).Name, Fault(connection))
                {
                    Mbps = bytes => TunnelLimits.AwsMbps(connection.Resource.Text("tunnelBandwidth"), bytes),
                    MtuBytes = TunnelLimits.AwsMtuBytes(CipherSuites.OfAws(end)),
                });
            }
        }

        return devices;
    }

    private static string? Fault(VpnConnection connection) => connection.Resource.Is("staticRoutesOnly", true) ? "AWS speaks no BGP on it"
        : SessionNumbers.OfCustomer(connection) is { } other && other == connection.Hub.Asn ? "both ends have the same AS number"
        : null;
}
