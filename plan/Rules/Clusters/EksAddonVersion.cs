namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>An add-on without a version gets whatever EKS prefers on the day, so two deployments of one plan may differ.</summary>
public sealed class EksAddonVersion() : Rule(new()
{
    Id = "eks-addon-version",
    Title = "Every EKS add-on has a version",
    Severity = Severity.Info,
    Scope = RuleScope.Resource,
    Fix = "name a version that goes with the cluster's Kubernetes: aws eks describe-addon-versions lists them",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var addon in plan.Of(Types.EksAddon))
        {
            if (addon.IsEmpty("addonVersion"))
            {
                yield return Found(addon, "leaves its version to EKS", "addonVersion");
            }
        }
    }
}
