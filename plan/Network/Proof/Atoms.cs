using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Single addresses that stand for whole ranges: between two of them no route and no filter tells addresses apart.</summary>
internal sealed class Atoms
{
    private readonly SortedSet<uint> borders = [];

    public Atoms(Demand demand, NetworkModel model)
    {
        var vpc = demand.Aws;
        Add(vpc.Ranges);
        foreach (var subnet in vpc.Subnets)
        {
            Add([subnet.Range]);
            Add(subnet.Table?.Routes.Select(route => route.Range));
            Add(subnet.Acl?.In.Concat(subnet.Acl.Out).Select(rule => rule.Range));
            Add(subnet.Groups.SelectMany(group => group.In.Concat(group.Out)).Select(rule => rule.Range));
        }

        Add(demand.Google.Ranges.Select(range => range.Range));
        Add(demand.Google.Firewall.SelectMany(rule => rule.Others));
        Add(demand.Google.Routes.Select(route => route.Range));
        foreach (var tunnel in model.Tunnels)
        {
            if (tunnel.Aws.Connection.Hub == vpc.Attachment?.Hub || tunnel.Google.Router?.Network == demand.Google)
            {
                Add(tunnel.Google.Announced);
                Add(tunnel.Aws.Connection.Table);
            }
        }

        Add(vpc.Attachment?.Table);
    }

    /// <summary>The first address of a range, and every one in it at which something changes.</summary>
    public IEnumerable<uint> Of(Cidr range) => borders.GetViewBetween(range.First, range.Last).Append(range.First).Distinct();

    private void Add(HubTable? table)
    {
        Add(table?.Static.Select(route => route.Range));
        Add(table?.Propagating.OfType<VpcAttachment>().SelectMany(attachment => attachment.Vpc.Ranges));
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
