using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Finds which ends are of one tunnel, by the addresses they name, and whether they agree.</summary>
internal static class TunnelPairing
{
    /// <param name="hubs">The hubs.</param>
    /// <param name="ends">Google's ends.</param>
    /// <param name="vlans">What tunnels may stand on.</param>
    /// <param name="next">How many conduits there are already.</param>
    public static List<Tunnel> Pair(IEnumerable<Hub> hubs, IReadOnlyList<GoogleTunnelEnd> ends, IReadOnlyList<VlanConduit> vlans, int next)
    {
        var answering = hubs.SelectMany(hub => hub.Connections).SelectMany(connection => connection.Ends).Where(end => end.Address is not null)
            .ToLookup(end => end.Address!, StringComparer.Ordinal);
        var pairs = ends.Where(end => end.ExternalAddress is not null)
            .Select(end => (Google: end, Aws: Named(end, answering[end.ExternalAddress!]))).Where(pair => pair.Aws is not null).ToList();
        var claims = pairs.GroupBy(pair => (pair.Aws, pair.Google.Gateway?.Urn, pair.Google.Interface)).ToDictionary(group => group.Key, group => group.Count());
        var tunnels = new List<Tunnel>();
        foreach (var (google, found) in pairs)
        {
            var aws = found!;
            var fault = claims[(aws, google.Gateway?.Urn, google.Interface)] > 1
                ? "two tunnels of Google have the same pair of addresses"
                : TunnelAgreement.Fault(aws, google);
            var suite = CipherSuites.OfAws(aws);
            var carrier = vlans.FirstOrDefault(vlan => vlan.Google == google.Ground && vlan.At == aws.Connection.Transport);
            tunnels.Add(new(next + tunnels.Count, aws, google, carrier, fault ?? TunnelGround.Fault(aws, google, carrier))
            {
                Mbps = bytes => TunnelLimits.Mbps(aws.Connection.Resource.Text("tunnelBandwidth"), bytes),
                MtuBytes = Math.Min(TunnelLimits.MtuBytes(suite, google.Ground is not null), google.Router?.Network.MtuBytes ?? int.MaxValue),
            });
        }

        return tunnels;
    }

    /// <summary>Of those with an address, the one of a connection that Google's record names; where it names none, whichever there is.</summary>
    /// <remarks>Offline there are fewer addresses than tunnels, so two may have the same.</remarks>
    private static AwsTunnelEnd? Named(GoogleTunnelEnd google, IEnumerable<AwsTunnelEnd> ends)
    {
        var named = google.External?.PropertyDependencies["interfaces"] ?? [];
        return ends.FirstOrDefault(end => named.Count == 0 || named.Contains(end.Connection.Resource.Urn));
    }
}
