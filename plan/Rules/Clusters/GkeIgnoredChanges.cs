namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A size or a version that the program says and Google moves is moved back by the next update. What is not said is Google's.</summary>
public sealed class GkeIgnoredChanges() : Rule(new()
{
    Id = "gke-ignored-changes",
    Title = "No update takes back what GKE changes by itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "leave the input out, or ignore its changes: initialNodeCount, nodeCount where the pool scales, version where Google upgrades it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.At("autoscaling") is not null && Says(pool, "nodeCount") && !pool.Is("ignoreNodeCountChanges", true))
            {
                yield return Found(pool, "scales, and its next update would set its size back", "nodeCount");
            }

            if (Says(pool, "initialNodeCount"))
            {
                yield return Found(pool, "is replaced when its first size is read back as another", "initialNodeCount");
            }

            if (pool.Is("management.autoUpgrade", true) && Says(pool, "version"))
            {
                yield return Found(pool, "is upgraded by Google, and its next update would take that back", "version");
            }
        }
    }

    private static bool Says(PlannedResource pool, string input) => pool.At(input) is not null && !pool.Options.IgnoreChanges.Contains(input);
}
