using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Rules.Networks;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>With its only zone a resolver's door is gone, and with it every name of the other side.</summary>
public sealed class LinkDnsZones() : Rule(new()
{
    Id = "link-dns-zones",
    Title = "Every endpoint of a resolver has addresses in two zones or more",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "add a subnet of another zone to the endpoint",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var endpoint in plan.Of(Types.ResolverEndpoint))
        {
            var zones = Zones.Behind(plan, endpoint, "ipAddresses");
            if (zones.Count > 0 && zones.Count < DnsFacts.LeastAddresses)
            {
                yield return Found(endpoint, $"has all its addresses in {string.Join(", ", zones)}", "ipAddresses");
            }
        }
    }
}
