using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A hub passes on whatever its tables know: a data centre would find its way to the other cloud, and test machines theirs to production.</summary>
public sealed class LinkSegmentation() : Rule(new()
{
    Id = "link-segmentation",
    Title = "A hub leads neither from a data centre to another link, unless that is declared, nor from one segment to another",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce to each table what it is meant to reach, and name in the link's through whatever a data centre may pass to",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var devices = plan.Network.Conduits.OfType<DeviceTunnel>().Select(device => device.At).ToHashSet();
        foreach (var (from, to, table) in Onward.Of(plan).DistinctBy(way => (way.To, way.Table, Beyond(way.From))))
        {
            if (from != to && (Beyond(from) ?? Beyond(to)) is not null)
            {
                yield return Found(to.Resource, $"is known to {table.Name}, by which {Beyond(from) ?? "a link"} {from.Resource.Name} is routed") with { Related = [from.Resource.Urn] };
            }
        }

        foreach (var hub in plan.Network.Hubs)
        {
            foreach (var finding in Bridges(hub))
            {
                yield return finding;
            }
        }

        string? Beyond(HubAttachment attachment) => devices.Contains(attachment) ? "the data centre of" : attachment is PeeringAttachment ? "the peering" : null;
    }

    /// <summary>A segment is a table with the networks that it routes.</summary>
    private IEnumerable<Finding> Bridges(Hub hub)
    {
        var networks = hub.Attachments.OfType<VpcAttachment>().ToList();
        foreach (var table in networks.Select(network => network.Table).OfType<HubTable>().Distinct())
        {
            foreach (var stranger in networks.Where(network => network.Table is not null && network.Table != table))
            {
                if (table.Propagating.Contains(stranger) || table.Static.Exists(route => route.To == stranger))
                {
                    yield return Found(stranger.Resource, $"is known to {table.Name}, the table of another segment");
                }
            }
        }
    }
}
