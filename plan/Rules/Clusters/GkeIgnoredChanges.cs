namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A size or a version that Google moves is not what the program says, so the next update would move it back.</summary>
public sealed class GkeIgnoredChanges() : Rule(new()
{
    Id = "gke-ignored-changes",
    Title = "No update takes back what GKE changes by itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "ignore changes of initialNodeCount and, where the pool scales, of nodeCount, and, where Google upgrades it, of version",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.At("autoscaling") is not null && !Ignores(pool, "nodeCount"))
            {
                yield return Found(pool, "scales, and its next update would set its size back", "autoscaling");
            }

            if (pool.At("initialNodeCount") is not null && !Ignores(pool, "initialNodeCount"))
            {
                yield return Found(pool, "is replaced when its first size is read back as another", "initialNodeCount");
            }

            if (pool.Is("management.autoUpgrade", true) && !Ignores(pool, "version"))
            {
                yield return Found(pool, "is upgraded by Google, and its next update would take that back", "management.autoUpgrade");
            }
        }
    }

    private static bool Ignores(PlannedResource pool, string input) => pool.Options.IgnoreChanges.Contains(input);
}
