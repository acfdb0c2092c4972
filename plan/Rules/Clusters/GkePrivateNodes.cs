namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A node with a public address is reachable as soon as one firewall rule is wrong.</summary>
public sealed class GkePrivateNodes() : Rule(new()
{
    Id = "gke-private-nodes",
    Title = "Nodes of GKE have no public address",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "set privateClusterConfig.enablePrivateNodes, and nowhere turn it off for a pool",
    References = ["checkov@3.3:CKV_GCP_64", "checkov@3.3:CKV_GCP_25", "cis-gke@1.6.0:5.6.5"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("privateClusterConfig.enablePrivateNodes", true))
            {
                yield return Found(cluster, "gives its nodes public addresses", "privateClusterConfig.enablePrivateNodes");
            }
        }

        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.Is("networkConfig.enablePrivateNodes", false))
            {
                yield return Found(pool, "gives its nodes public addresses", "networkConfig.enablePrivateNodes");
            }
        }
    }
}
