using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>An add-on that waits for a node which waits for the add-on fails after twenty minutes.</summary>
public sealed class EksAddonOrder() : Rule(new()
{
    Id = "eks-addon-order",
    Title = "EKS add-ons that nodes need come before them, and those that need nodes after",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "let add-ons that run on nodes depend on one node group, and the others on none",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        if (plan.Of(Types.EksNodeGroup).Count == 0)
        {
            yield break;
        }

        foreach (var addon in plan.Of(Types.EksAddon))
        {
            if (EksAddonFacts.Catalogue.FirstOrDefault(fact => addon.Is("addonName", fact.Name)) is not { } known)
            {
                continue;
            }

            var waits = addon.DependsOn.Any(urn => plan[urn] is { Type: Types.EksNodeGroup } or { IsCustom: false });
            if (known.Phase == EksAddonPhase.BeforeNodes && waits)
            {
                yield return Found(addon, "waits for nodes, which are not ready without it", "addonName");
            }
            else if (known.Phase != EksAddonPhase.BeforeNodes && !waits)
            {
                yield return Found(addon, "may come before the first node, and then waits for twenty minutes and fails", "addonName");
            }
        }
    }
}
