using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A regional network tells the other side of one region alone, and only that region hears of the other side.</summary>
public sealed class LinkGlobalRouting() : Rule(new()
{
    Id = "link-global-routing",
    Title = "A network with subnets beyond the region of its router routes globally",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "set routingMode to GLOBAL",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var router in plan.Network.Tunnels.Select(tunnel => tunnel.Google.Router).OfType<CloudRouter>().Distinct())
        {
            var network = router.Network;
            var far = network.Ranges.Where(range => range.IsWorkload && range.Region != router.Region).Select(range => range.Region);
            if (!network.IsGlobal && network.Resource.IsNot("routingMode", "GLOBAL") && far.FirstOrDefault() is { } region)
            {
                yield return Found(network.Resource, $"routes within {router.Region} only and has subnets in {region}", "routingMode") with { Related = [router.Resource.Urn] };
            }
        }
    }
}
