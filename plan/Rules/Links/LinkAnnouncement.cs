using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Google promises its availability only where all tunnels say the same, and what only some of them say is lost with them.</summary>
public sealed class LinkAnnouncement() : Rule(new()
{
    Id = "link-announcement",
    Title = "All BGP sessions between a router and a hub announce the same, with the same priority",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "let the sessions announce what their router does, all with one advertisedRoutePriority",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Network.Tunnels.Where(tunnel => tunnel.Google.Peer is not null && tunnel.Google.Router is not null)
            .GroupBy(tunnel => (tunnel.Google.Router!.Resource.Urn, tunnel.Aws.Connection.Hub)))
        {
            if (group.Any(tunnel => Hidden.In(tunnel.Google.Peer!) || Hidden.In(tunnel.Google.Router!.Resource)))
            {
                continue;
            }

            var usual = group.GroupBy(Said).OrderByDescending(each => each.Count()).First().Key;
            foreach (var tunnel in group.Where(tunnel => Said(tunnel) != usual))
            {
                yield return Found(tunnel.Google.Peer!, "announces other ranges, or with another priority, than the sessions beside it", "advertiseMode", "advertisedRoutePriority");
            }
        }
    }

    private static string Said(Tunnel tunnel) => $"{string.Join(' ', tunnel.Google.Announced)} at {tunnel.Google.Priority}";
}
