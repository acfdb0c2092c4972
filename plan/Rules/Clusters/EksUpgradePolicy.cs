namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Extended support costs six times as much, and nobody can leave it but by upgrading.</summary>
public sealed class EksUpgradePolicy() : Rule(new()
{
    Id = "eks-upgrade-policy",
    Title = "An EKS cluster does not slip into extended support",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set upgradePolicy.supportType to STANDARD",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsNot("upgradePolicy.supportType", "STANDARD"))
            {
                yield return Found(cluster, "goes into extended support when standard support ends", "upgradePolicy.supportType");
            }
        }
    }
}
