namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A version by the name of $Latest says something else each time that it is read.</summary>
public sealed class EksTemplateVersion() : Rule(new()
{
    Id = "eks-template-version",
    Title = "Every EKS node group names the version of its launch template",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give launchTemplate.version the latestVersion of the template",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.EksNodeGroup))
        {
            if (group.Text("launchTemplate.version") is ['$', ..])
            {
                yield return Found(group, "follows a version that has no number", "launchTemplate.version");
            }
        }
    }
}
