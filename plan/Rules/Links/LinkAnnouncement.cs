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
        foreach (var group in Sessions.Of(plan).Where(session => session.End.Peer is not null).GroupBy(session => (session.End.Router!.Resource.Urn, session.Hub), session => session.End))
        {
            if (group.Any(end => Hidden.In(end.Peer!) || Hidden.In(end.Router!.Resource)))
            {
                continue;
            }

            var usual = group.GroupBy(Said).OrderByDescending(each => each.Count()).First().Key;
            foreach (var end in group.Where(end => Said(end) != usual))
            {
                yield return Found(end.Peer!, "announces other ranges, or with another priority, than the sessions beside it", "advertiseMode", "advertisedRoutePriority");
            }
        }
    }

    private static string Said(GoogleEnd end) => $"{string.Join(' ', end.Announced)} at {end.Priority}";
}
