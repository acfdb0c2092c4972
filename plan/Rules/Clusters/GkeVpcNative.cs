namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Otherwise every node costs a route, and policies of the network do not see pods.</summary>
public sealed class GkeVpcNative() : Rule(new()
{
    Id = "gke-vpc-native",
    Title = "Pods of GKE have addresses of the network",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set ipAllocationPolicy with named ranges; the cluster is made anew by it",
    References = ["checkov@3.3:CKV_GCP_23", "cis-gke@1.6.0:5.6.2"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.Is("networkingMode", "ROUTES") || cluster.At("ipAllocationPolicy") is null)
            {
                yield return Found(cluster, "reaches its pods by routes", "ipAllocationPolicy");
            }
        }
    }
}
