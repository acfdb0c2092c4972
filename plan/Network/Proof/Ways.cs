using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Finds the way that a packet takes now, by the routes of whatever it meets.</summary>
internal sealed class Ways(LiveConduits live)
{
    /// <summary>More hubs in a row than any plan has between two places: what passes as many goes in circles.</summary>
    private const int MostHubs = 8;

    private readonly HubRouting hubs = new(live);
    private readonly GoogleRouting networks = new(live);

    /// <summary>The way, or why there is none.</summary>
    public Way Of(Spot from, Spot to)
    {
        switch (from.Place)
        {
            case VpcPlace vpc:
                return AtHub(vpc.Vpc.Attachment?.Table, to, MostHubs);
            case GooglePlace google:
                var (conduits, fault) = networks.Choose(google.Network, from.Area.Region!, to.Address);
                return fault is null ? Enter(conduits, to) : Way.Blocked(fault);
            default:
                var centre = (CentrePlace)from.Place;
                var heard = Heard(centre, to.Address);
                return heard.Count > 0 ? Enter(heard, to) : Way.Blocked($"{centre.Site} hears of no way to {Address.Text(to.Address)}");
        }
    }

    /// <summary>The tunnels by which a data centre hears of an address, of the longest prefix. What else it chooses by is its own matter.</summary>
    private List<Conduit> Heard(CentrePlace centre, uint address)
    {
        var (best, length) = (new List<Conduit>(), 0);
        foreach (var tunnel in centre.Tunnels)
        {
            var found = tunnel.ComesUp && live.IsLive(tunnel) ? hubs.Announced(tunnel, address) : -1;
            if (found > length || (found == length && best.Count == 0))
            {
                length = found;
                best.Clear();
                best.Add(tunnel);
            }
            else if (found == length)
            {
                best.Add(tunnel);
            }
        }

        return best;
    }

    private Way Enter(IReadOnlyList<Conduit> conduits, Spot to)
    {
        var (onward, asked) = ((Way?)null, (HubTable?)null);
        for (var i = 0; i < conduits.Count; i++)
        {
            var table = conduits[i].At.Table;
            if (onward is not null && table == asked)
            {
                continue;
            }

            var next = AtHub(table, to, MostHubs);
            if (next.Fault is not null)
            {
                return next;
            }

            (onward, asked) = (onward is null ? next : onward.Or(next), table);
        }

        return onward!.After(conduits);
    }

    private Way AtHub(HubTable? table, Spot to, int left)
    {
        var choice = hubs.Choose(table, to.Address);
        if (choice.Fault is not null)
        {
            return Way.Blocked(choice.Fault);
        }

        if (choice.Vpc is { } vpc)
        {
            return to.Place is VpcPlace target && target.Vpc == vpc.Vpc ? Way.Here : Way.Blocked($"the hub sends it to {vpc.Vpc.Site}");
        }

        if (choice.Peering is { } side)
        {
            return left == 0 ? Way.Blocked("it goes in circles between hubs") : AtHub(side.Other.Table, to, left - 1).After(choice.Conduits);
        }

        foreach (var conduit in choice.Conduits)
        {
            if (!to.Place.IsBeyond(conduit))
            {
                return Way.Blocked($"{conduit.Name} takes it to {conduit.Network?.Site ?? (conduit as DeviceTunnel)?.Centre?.Site ?? "nobody"}");
            }
        }

        return Way.Here.After(choice.Conduits);
    }
}
