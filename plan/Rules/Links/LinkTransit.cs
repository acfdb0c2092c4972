using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Sites that nobody linked would reach one another through a third, past every rule that was made for them.</summary>
public sealed class LinkTransit() : Rule(new()
{
    Id = "link-transit",
    Title = "No link learns the way to another link, and none announces a way to everywhere",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "propagate VPCs alone into the table of links, and announce the ranges of the site",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var table in plan.Network.Hubs.SelectMany(hub => hub.Connections).Select(connection => connection.Table).OfType<HubTable>().Distinct())
        {
            foreach (var connection in table.Propagating.OfType<VpnConnection>())
            {
                yield return Found(connection.Resource, $"announces itself to {table.Name}, by which links are routed");
            }
        }

        foreach (var end in plan.Network.Tunnels.Select(tunnel => tunnel.Google))
        {
            if (end.Peer is { } peer && end.Announced.Any(range => range.PrefixLength == 0))
            {
                yield return Found(peer, "announces a way to everywhere", "advertiseMode");
            }
        }
    }
}
