namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What stays on a node passes neither firewall nor flow log.</summary>
public sealed class GkeIntranodeVisibility() : Rule(new()
{
    Id = "gke-intranode-visibility",
    Title = "Traffic between pods of one node is seen by the network",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set enableIntranodeVisibility to true",
    References = ["checkov@3.3:CKV_GCP_61", "cis-gke@1.6.0:5.6.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("enableIntranodeVisibility", true))
            {
                yield return Found(cluster, "hides traffic between pods of one node from flow logs", "enableIntranodeVisibility");
            }
        }
    }
}
