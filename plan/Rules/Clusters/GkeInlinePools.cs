namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Any change to a pool inside a cluster can replace the cluster.</summary>
public sealed class GkeInlinePools() : Rule(new()
{
    Id = "gke-inline-pools",
    Title = "Node pools of GKE are resources of their own",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "move the pools out of the cluster into NodePool resources",
    References = ["checkov@3.3:CKV_GCP_123"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (!cluster.IsEmpty("nodePools"))
            {
                yield return Found(cluster, "holds its node pools itself", "nodePools");
            }
        }
    }
}
