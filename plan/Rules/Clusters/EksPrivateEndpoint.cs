namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What is not on the internet cannot be found there.</summary>
public sealed class EksPrivateEndpoint() : Rule(new()
{
    Id = "eks-private-endpoint",
    Title = "The API of an EKS cluster is reached from inside its network only",
    Severity = Severity.Info,
    Scope = RuleScope.Resource,
    Fix = "set endpointPrivateAccess, and turn endpointPublicAccess off once there is a way into the network",
    References = ["checkov@3.3:CKV_AWS_39", "cis-eks@1.7.0:5.4.1", "cis-eks@1.7.0:5.4.2"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsNot("vpcConfig.endpointPrivateAccess", true))
            {
                yield return Found(cluster, "makes its nodes leave the network to reach its API", "vpcConfig.endpointPrivateAccess");
            }

            if (cluster.IsNot("vpcConfig.endpointPublicAccess", false))
            {
                yield return Found(cluster, "has a public endpoint, whoever may reach it", "vpcConfig.endpointPublicAccess");
            }
        }
    }
}
