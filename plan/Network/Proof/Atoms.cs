using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Single addresses that stand for whole ranges: between two of them no route and no filter tells addresses apart.</summary>
internal sealed class Atoms
{
    private readonly SortedSet<uint> borders = [];

    public Atoms(Demand demand, Relevance relevance)
    {
        Add(demand.One);
        Add(demand.Other);
        foreach (var conduit in relevance.Conduits)
        {
            Add(conduit.Announced);
            Add((conduit.At as DirectConnectAttachment)?.Allowed);
        }

        foreach (var table in relevance.Hubs.SelectMany(hub => hub.Attachments).Select(each => each.Table).OfType<HubTable>().Distinct())
        {
            Add(table.Static.Select(route => route.Range));
            Add(table.Propagating.OfType<VpcAttachment>().SelectMany(attachment => attachment.Vpc.Ranges));
        }
    }

    /// <summary>The first address of a range, and every one in it at which something changes.</summary>
    public IEnumerable<uint> Of(Cidr range) => borders.GetViewBetween(range.First, range.Last).Append(range.First).Distinct();

    private void Add(Place place)
    {
        Add(place.Ranges);
        if (place is GooglePlace { Network: var network })
        {
            Add(network.Firewall.SelectMany(rule => rule.Others));
            Add(network.Routes.Select(route => route.Range));
        }

        foreach (var subnet in (place as VpcPlace)?.Vpc.Subnets ?? [])
        {
            Add([subnet.Range]);
            Add(subnet.Table?.Routes.Select(route => route.Range));
            Add(subnet.Acl?.In.Concat(subnet.Acl.Out).Select(rule => rule.Range));
            Add(subnet.Groups.SelectMany(group => group.In.Concat(group.Out)).Select(rule => rule.Range));
        }
    }

    private void Add(IEnumerable<Cidr>? ranges)
    {
        foreach (var range in ranges ?? [])
        {
            borders.Add(range.First);
            if (range.Last < uint.MaxValue)
            {
                borders.Add(range.Last + 1);
            }
        }
    }
}
