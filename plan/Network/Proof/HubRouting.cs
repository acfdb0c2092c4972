using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>How a Transit Gateway chooses: the longest prefix; of those, a static route, then a VPC, then tunnels with the lowest MED.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview, read 2026-11-20.</remarks>
internal sealed class HubRouting(LiveTunnels live)
{
    private const int None = -1;

    /// <summary>Where a table leads.</summary>
    /// <param name="table">The table; null where there is none.</param>
    /// <param name="address">Where to.</param>
    public HubChoice Choose(HubTable? table, uint address)
    {
        if (table is null)
        {
            return HubChoice.Dropped("no route table of the hub serves it");
        }

        var (length, written, vpc) = (None, (HubRoute?)null, (VpcAttachment?)null);
        foreach (var route in table.Static)
        {
            if (route.Range.Holds(address) && route.Range.PrefixLength > length)
            {
                (length, written) = (route.Range.PrefixLength, route);
            }
        }

        foreach (var source in table.Propagating)
        {
            foreach (var range in (source as VpcAttachment)?.Vpc.Ranges ?? [])
            {
                if (range.Holds(address) && range.PrefixLength > length)
                {
                    (length, written, vpc) = (range.PrefixLength, null, (VpcAttachment)source);
                }
            }
        }

        var tunnels = Learned(table, address, ref length);
        return tunnels.Count > 0 ? new(null, tunnels, null)
            : written is not null ? Follow(written, table)
            : vpc is not null ? new(vpc, [], null)
            : HubChoice.Dropped($"{table.Name} has no route to {Address.Text(address)}");
    }

    /// <summary>The longest prefix by which the hub announces an address to the other end of a tunnel; -1 where it does not.</summary>
    public int Announced(Tunnel tunnel, uint address)
    {
        var length = None;
        if (tunnel.Aws.Connection.Table is not { } table)
        {
            return length;
        }

        foreach (var route in table.Static)
        {
            if (route.To is not null && route.To != tunnel.Aws.Connection && route.Range.Holds(address))
            {
                length = Math.Max(length, route.Range.PrefixLength);
            }
        }

        foreach (var source in table.Propagating)
        {
            if (source is VpcAttachment { Vpc: var vpc })
            {
                foreach (var range in vpc.Ranges)
                {
                    length = range.Holds(address) ? Math.Max(length, range.PrefixLength) : length;
                }
            }
            else if (source is VpnConnection other && other != tunnel.Aws.Connection)
            {
                foreach (var each in live.Of(other))
                {
                    // What comes back to its own AS is refused there.
                    length = live.IsLive(each) && each.Google.Router!.Asn != tunnel.Google.Router!.Asn ? Math.Max(length, Longest(each, address)) : length;
                }
            }
        }

        return length;
    }

    private List<Tunnel> Learned(HubTable table, uint address, ref int length)
    {
        var (best, priority) = (new List<Tunnel>(), int.MaxValue);
        foreach (var source in table.Propagating)
        {
            foreach (var tunnel in source is VpnConnection connection ? live.Of(connection) : [])
            {
                var found = live.IsLive(tunnel) ? Longest(tunnel, address) : None;
                if (found > length || (found == length && found != None && best.Count > 0 && tunnel.Google.Priority < priority))
                {
                    (length, priority) = (found, tunnel.Google.Priority);
                    best = [tunnel];
                }
                else if (found == length && best.Count > 0 && tunnel.Google.Priority == priority && tunnel.Aws.Connection.Hub.SpreadsOverTunnels)
                {
                    best.Add(tunnel);
                }
            }
        }

        return best;
    }

    private HubChoice Follow(HubRoute route, HubTable table) => route.To switch
    {
        null => HubChoice.Dropped($"{table.Name} drops {route.Range}"),
        VpnConnection connection => live.Of(connection).Where(live.IsLive).ToList() is { Count: > 0 } tunnels
            ? new(null, tunnels, null)
            : HubChoice.Dropped($"{table.Name} sends {route.Range} to {connection.Resource.Name}, which has no tunnel left"),
        var attachment => new(attachment as VpcAttachment, [], null),
    };

    private static int Longest(Tunnel tunnel, uint address)
    {
        var length = None;
        foreach (var range in tunnel.Google.Announced)
        {
            length = range.Holds(address) ? Math.Max(length, range.PrefixLength) : length;
        }

        return length;
    }
}

/// <summary>Where a hub sends a packet: to a VPC, into any of some tunnels, or nowhere.</summary>
internal sealed record HubChoice(VpcAttachment? Vpc, IReadOnlyList<Tunnel> Tunnels, string? Fault)
{
    public static HubChoice Dropped(string why) => new(null, [], why);
}
