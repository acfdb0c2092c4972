namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Otherwise policies are accepted and have no effect.</summary>
public sealed class GkeNetworkPolicy() : Rule(new()
{
    Id = "gke-network-policy",
    Title = "A GKE cluster enforces network policies",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set datapathProvider to ADVANCED_DATAPATH; the cluster is made anew by it",
    References = ["checkov@3.3:CKV_GCP_12"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("datapathProvider", "ADVANCED_DATAPATH") && cluster.IsNot("networkPolicy.enabled", true))
            {
                yield return Found(cluster, "accepts network policies and enforces none", "datapathProvider", "networkPolicy.enabled");
            }
        }
    }
}
