namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Rights given to persons one by one are never taken back.</summary>
public sealed class GkeGroups() : Rule(new()
{
    Id = "gke-groups-rbac",
    Title = "Kubernetes roles of GKE can be given to Google Groups",
    Severity = Severity.Info,
    Scope = RuleScope.Resource,
    Fix = "set authenticatorGroupsConfig.securityGroup to the group gke-security-groups of your domain",
    References = ["checkov@3.3:CKV_GCP_65", "cis-gke@1.6.0:5.8.2"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsEmpty("authenticatorGroupsConfig.securityGroup"))
            {
                yield return Found(cluster, "knows persons, and none of their groups", "authenticatorGroupsConfig.securityGroup");
            }
        }
    }
}
