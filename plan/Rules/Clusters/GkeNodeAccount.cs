namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>The default account of Compute Engine may edit the whole project, unless somebody took that from it.</summary>
public sealed class GkeNodeAccount() : Rule(new()
{
    Id = "gke-node-account",
    Title = "Nodes of GKE run as an account of their own",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "make a service account with the node roles only, and set nodeConfig.serviceAccount",
    References = ["checkov@3.3:CKV2_GCP_1", "cis-gke@1.6.0:5.2.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.IsEmpty("nodeConfig.serviceAccount")
                || pool.Text("nodeConfig.serviceAccount") is { } account && (account == "default" || account.EndsWith("-compute@developer.gserviceaccount.com", StringComparison.Ordinal)))
            {
                yield return Found(pool, "runs its nodes as the project's default account", "nodeConfig.serviceAccount");
            }
        }
    }
}
