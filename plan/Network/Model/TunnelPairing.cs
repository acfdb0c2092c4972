using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Finds which ends are of one tunnel, by the addresses they name, and whether they agree.</summary>
internal static class TunnelPairing
{
    public static List<Tunnel> Pair(IEnumerable<Hub> hubs, IReadOnlyList<GoogleTunnelEnd> ends)
    {
        var byAddress = new Dictionary<string, AwsTunnelEnd>(StringComparer.Ordinal);
        foreach (var end in hubs.SelectMany(hub => hub.Connections).SelectMany(connection => connection.Ends))
        {
            if (end.Address is { } address)
            {
                byAddress[address] = end;
            }
        }

        var claims = ends.Where(end => end.ExternalAddress is not null)
            .GroupBy(end => (end.ExternalAddress, end.Address)).ToDictionary(group => group.Key, group => group.Count());
        var tunnels = new List<Tunnel>();
        foreach (var google in ends)
        {
            if (google.ExternalAddress is not { } address || !byAddress.TryGetValue(address, out var aws))
            {
                continue;
            }

            var fault = claims[(google.ExternalAddress, google.Address)] > 1
                ? "two tunnels of Google have the same pair of addresses"
                : TunnelAgreement.Fault(aws, google);
            var suite = CipherSuites.OfAws(aws);
            tunnels.Add(new(tunnels.Count, aws, google, fault)
            {
                Mbps = bytes => TunnelLimits.Mbps(aws.Connection.Resource.Text("tunnelBandwidth"), bytes),
                MtuBytes = Math.Min(TunnelLimits.MtuBytes(suite), google.Router?.Network.MtuBytes ?? int.MaxValue),
            });
        }

        return tunnels;
    }
}
