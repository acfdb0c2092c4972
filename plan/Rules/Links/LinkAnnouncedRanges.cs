namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>The link is up, and pods are unreachable: nobody told the other side where they are.</summary>
public sealed class LinkAnnouncedRanges() : Rule(new()
{
    Id = "link-announced-ranges",
    Title = "Every BGP session announces the ranges of all nodes and pods",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce the ranges of nodes and pods on the router, or ALL_SUBNETS",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var end in Sessions.Of(plan).Select(session => session.End).Distinct())
        {
            if (end is not { Peer: { } peer, Router: { } router } || Hidden.In(peer) || Hidden.In(router.Resource) || Hidden.In(router.Network.Resource))
            {
                continue;
            }

            foreach (var range in router.Network.Ranges.Where(range => range.IsWorkload && (router.Network.IsGlobal || range.Region == router.Region)))
            {
                if (!end.Announced.Any(announced => announced.Contains(range.Range)))
                {
                    yield return Found(peer, $"does not announce {range.Range}, where nodes or pods are", "advertiseMode") with { Related = [router.Resource.Urn] };
                }
            }
        }
    }
}
