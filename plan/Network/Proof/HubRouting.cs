using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>
/// How a Transit Gateway chooses: the longest prefix; of those, a static route, then by the kind of attachment (VPC, Direct Connect gateway,
/// private VPN, VPN), then by the lowest MED.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview, read 2026-11-20.</remarks>
internal sealed class HubRouting(LiveConduits live)
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

        HubRoute? written = null;
        foreach (var route in table.Static)
        {
            if (route.Range.Holds(address) && route.Range.PrefixLength > (written?.Range.PrefixLength ?? None))
            {
                written = route;
            }
        }

        var (best, vpc, conduits) = ((Length: written?.Range.PrefixLength ?? None, Rank: 0, Priority: 0), (VpcAttachment?)null, new List<Conduit>());
        foreach (var source in table.Propagating)
        {
            if (source is VpcAttachment near)
            {
                if (Longest(near.Vpc.Ranges, address) is var length && length != None && Order((length, near.Rank, 0), best) < 0)
                {
                    (best, vpc) = ((length, near.Rank, 0), near);
                    conduits.Clear();
                }

                continue;
            }

            foreach (var conduit in live.Of(source))
            {
                var place = (Length: live.IsLive(conduit) ? Longest(conduit.Announced, address) : None, source.Rank, conduit.Priority);
                var order = place.Length == None ? 1 : Order(place, best);
                if (order < 0)
                {
                    (best, vpc) = (place, null);
                    conduits.Clear();
                    conduits.Add(conduit);
                }
                else if (order == 0 && conduits.Count > 0 && (source is not VpnConnection || source.Hub.SpreadsOverTunnels))
                {
                    conduits.Add(conduit);
                }
            }
        }

        return conduits.Count > 0 ? new(null, conduits, null)
            : vpc is not null ? new(vpc, [], null)
            : written is not null ? Follow(written, table)
            : HubChoice.Dropped($"{table.Name} has no route to {Address.Text(address)}");
    }

    /// <summary>The longest prefix by which the hub announces an address to what is beyond a conduit; -1 where it does not.</summary>
    public int Announced(Conduit conduit, uint address) => conduit.At switch
    {
        DirectConnectAttachment direct => Longest(direct.Allowed, address),
        VpnConnection { Table: { } table } => Told(table, conduit, address),
        _ => None,
    };

    /// <summary>What a table holds, but for what came by the same connection.</summary>
    private int Told(HubTable table, Conduit conduit, uint address)
    {
        var length = None;
        foreach (var route in table.Static)
        {
            if (route.To is not null && route.To != conduit.At && route.Range.Holds(address))
            {
                length = Math.Max(length, route.Range.PrefixLength);
            }
        }

        foreach (var source in table.Propagating)
        {
            if (source is VpcAttachment { Vpc: var vpc })
            {
                length = Math.Max(length, Longest(vpc.Ranges, address));
            }
            else if (source != conduit.At)
            {
                foreach (var each in live.Of(source))
                {
                    // What comes back to its own AS is refused there.
                    length = live.IsLive(each) && each.Asn != conduit.Asn ? Math.Max(length, Longest(each.Announced, address)) : length;
                }
            }
        }

        return length;
    }

    private HubChoice Follow(HubRoute route, HubTable table)
    {
        switch (route.To)
        {
            case null:
                return HubChoice.Dropped($"{table.Name} drops {route.Range}");
            case VpcAttachment vpc:
                return new(vpc, [], null);
            default:
                Conduit[] left = [.. live.Of(route.To).Where(live.IsLive)];
                return left.Length > 0
                    ? new(null, left, null) { Peering = route.To as PeeringAttachment }
                    : HubChoice.Dropped($"{table.Name} sends {route.Range} to {route.To.Resource.Name}, of which nothing is left");
        }
    }

    /// <summary>Below zero where the one is taken before the other.</summary>
    private static int Order((int Length, int Rank, int Priority) one, (int Length, int Rank, int Priority) other) =>
        one.Length != other.Length ? other.Length - one.Length
        : one.Rank != other.Rank ? one.Rank - other.Rank
        : one.Priority - other.Priority;

    private static int Longest(IReadOnlyList<Cidr> ranges, uint address)
    {
        var length = None;
        for (var i = 0; i < ranges.Count; i++)
        {
            length = ranges[i].PrefixLength > length && ranges[i].Holds(address) ? ranges[i].PrefixLength : length;
        }

        return length;
    }
}

/// <summary>Where a hub sends a packet: to a VPC, into any of some conduits, or nowhere.</summary>
internal sealed record HubChoice(VpcAttachment? Vpc, IReadOnlyList<Conduit> Conduits, string? Fault)
{
    /// <summary>The side of a peering that it leaves by; null where it leaves by none.</summary>
    public PeeringAttachment? Peering { get; init; }

    public static HubChoice Dropped(string why) => new(null, [], why);
}
