namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A gateway that is replaced has other addresses: the link is gone until the other cloud has heard of them.</summary>
public sealed class LinkProtection() : Rule(new()
{
    Id = "link-protection",
    Title = "Nothing deletes a gateway or a connection of a link by accident",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "protect it, and lift the protection only to take the link down",
})
{
    private static readonly string[] Kept = [Types.CustomerGateway, Types.VpnConnection, Types.HaVpnGateway, Types.ExternalVpnGateway];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var resource in Kept.SelectMany(plan.Of))
        {
            if (!resource.Options.Protect)
            {
                yield return Found(resource, "may be deleted or replaced by any update", "options.protect");
            }
        }
    }
}
