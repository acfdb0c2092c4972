namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Container-Optimized OS holds little that can be attacked, and cannot be changed while it runs.</summary>
public sealed class GkeNodeImage() : Rule(new()
{
    Id = "gke-node-image",
    Title = "Nodes of GKE run Container-Optimized OS",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set nodeConfig.imageType to COS_CONTAINERD",
    References = ["checkov@3.3:CKV_GCP_22", "cis-gke@1.6.0:5.5.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            // Google's default is the same image.
            if (pool.Text("nodeConfig.imageType") is { } image && !image.Equals("COS_CONTAINERD", StringComparison.OrdinalIgnoreCase))
            {
                yield return Found(pool, $"runs its nodes on {image}", "nodeConfig.imageType");
            }
        }
    }
}
