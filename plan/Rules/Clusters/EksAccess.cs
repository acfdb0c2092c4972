namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A ConfigMap is edited by whoever may write in kube-system, and whoever ran the first update stays administrator for ever.</summary>
public sealed class EksAccess() : Rule(new()
{
    Id = "eks-access-entries",
    Title = "Only access entries say who may use an EKS cluster",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set authenticationMode to API and bootstrapClusterCreatorAdminPermissions to false; the second counts only when the cluster is made",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsNot("accessConfig.authenticationMode", "API"))
            {
                yield return Found(cluster, "also lets in whoever the ConfigMap aws-auth names", "accessConfig.authenticationMode");
            }

            // AWS's default is to let the creator in.
            if (cluster.IsNot("accessConfig.bootstrapClusterCreatorAdminPermissions", false))
            {
                yield return Found(cluster, "makes whoever creates it its administrator", "accessConfig.bootstrapClusterCreatorAdminPermissions");
            }
        }
    }
}
