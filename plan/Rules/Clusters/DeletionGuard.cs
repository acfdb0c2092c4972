namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>The engine guards against a wrong change of the program, the cloud against a wrong click; neither sees the other.</summary>
public sealed class DeletionGuard() : Rule(new()
{
    Id = "cluster-deletion-guard",
    Title = "Every cluster is guarded against deletion by the engine and by its cloud",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set protect and deletionProtection; before a stack is taken down, deploy once with both off",
})
{
    private static readonly string[] Guards = ["options.protect", "deletionProtection"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster).Concat(plan.Of(Types.GkeCluster)))
        {
            foreach (var guard in Guards)
            {
                // Google's provider takes the guard for granted where nothing is said.
                if (cluster.IsNot(guard, true) && !(cluster.Type == Types.GkeCluster && cluster.At(guard) is null))
                {
                    yield return Found(cluster, $"can be deleted, as far as {guard} says", guard);
                }
            }
        }
    }
}
