namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A pod that reaches the metadata of the machine has the rights of its node.</summary>
public sealed class GkeMetadata() : Rule(new()
{
    Id = "gke-workload-metadata",
    Title = "Pods of GKE see the metadata of their workload, not of their node",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "set workloadIdentityConfig of the cluster, and workloadMetadataConfig.mode of every pool to GKE_METADATA",
    References = ["checkov@3.3:CKV_GCP_69", "cis-gke@1.6.0:5.2.2", "cis-gke@1.6.0:5.4.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsEmpty("workloadIdentityConfig.workloadPool") && cluster.IsNot("enableAutopilot", true))
            {
                yield return Found(cluster, "has no workload identity", "workloadIdentityConfig");
            }
        }

        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.IsNot("nodeConfig.workloadMetadataConfig.mode", "GKE_METADATA"))
            {
                yield return Found(pool, "shows pods the metadata of their node", "nodeConfig.workloadMetadataConfig.mode");
            }
        }
    }
}
