namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Without it a node can pass for another, or boot what somebody put beneath its kernel.</summary>
public sealed class GkeShieldedNodes() : Rule(new()
{
    Id = "gke-shielded-nodes",
    Title = "Nodes of GKE are shielded and start only what Google signed",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set enableShieldedNodes, and enableSecureBoot and enableIntegrityMonitoring of every pool",
    References =
    [
        "checkov@3.3:CKV_GCP_71",
        "checkov@3.3:CKV_GCP_68",
        "checkov@3.3:CKV_GCP_72",
        "cis-gke@1.6.0:5.5.5",
        "cis-gke@1.6.0:5.5.6",
        "cis-gke@1.6.0:5.5.7",
    ],
})
{
    private static readonly string[] OfPool =
        ["nodeConfig.shieldedInstanceConfig.enableSecureBoot", "nodeConfig.shieldedInstanceConfig.enableIntegrityMonitoring"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            // Google's default is true.
            if (cluster.Is("enableShieldedNodes", false))
            {
                yield return Found(cluster, "does not shield its nodes", "enableShieldedNodes");
            }
        }

        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            foreach (var path in OfPool)
            {
                if (pool.IsNot(path, true))
                {
                    yield return Found(pool, "does not check how its nodes boot", path);
                }
            }
        }
    }
}
