using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Finds the tunnels that can have any part in what passes between two sites; the loss of all others changes nothing for them.</summary>
/// <remarks>
/// A tunnel has a part if its hub could choose it for an address of Google's site, if Google's network could choose it for one of the VPC,
/// or if it could teach such a hub a route to the VPC.
/// </remarks>
internal static class RelevantTunnels
{
    public static IReadOnlySet<Tunnel> Of(Demand demand, NetworkModel model, LiveTunnels live)
    {
        Cidr[] google = [.. demand.Google.Ranges.Select(range => range.Range)];
        Cidr[] aws = [.. demand.Aws.Ranges];
        var found = new HashSet<Tunnel>();
        var taught = new HashSet<Hub>();
        foreach (var tunnel in model.Tunnels)
        {
            var hub = tunnel.Aws.Connection.Hub;
            if (hub == demand.Aws.Attachment?.Hub && Overlap(tunnel.Google.Announced, google))
            {
                found.Add(tunnel);
            }

            if (tunnel.Google.Router?.Network == demand.Google && Overlap(Announceable(tunnel, live), aws))
            {
                found.Add(tunnel);
                taught.Add(hub);
            }
        }

        found.UnionWith(model.Tunnels.Where(tunnel => taught.Contains(tunnel.Aws.Connection.Hub) && Overlap(tunnel.Google.Announced, aws)));
        return found;
    }

    private static IEnumerable<Cidr> Announceable(Tunnel tunnel, LiveTunnels live)
    {
        foreach (var range in tunnel.Aws.Connection.Table?.Static.Select(route => route.Range) ?? [])
        {
            yield return range;
        }

        foreach (var source in tunnel.Aws.Connection.Table?.Propagating ?? [])
        {
            foreach (var range in source is VpnConnection other
                ? live.Of(other).SelectMany(each => each.Google.Announced)
                : ((VpcAttachment)source).Vpc.Ranges)
            {
                yield return range;
            }
        }
    }

    private static bool Overlap(IEnumerable<Cidr> some, Cidr[] others) => some.Any(one => Array.Exists(others, one.Overlaps));
}
