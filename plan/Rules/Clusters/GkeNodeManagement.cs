namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A broken node stays broken, and an old one keeps every flaw that was mended since.</summary>
public sealed class GkeNodeManagement() : Rule(new()
{
    Id = "gke-node-management",
    Title = "Nodes of GKE are repaired and upgraded by Google",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set management.autoRepair and management.autoUpgrade of every pool",
    References = ["checkov@3.3:CKV_GCP_9", "checkov@3.3:CKV_GCP_10", "cis-gke@1.6.0:5.5.2", "cis-gke@1.6.0:5.5.3"],
})
{
    private static readonly string[] Duties = ["management.autoRepair", "management.autoUpgrade"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            foreach (var path in Duties)
            {
                if (pool.IsNot(path, true))
                {
                    yield return Found(pool, "leaves its nodes to themselves", path);
                }
            }
        }
    }
}
