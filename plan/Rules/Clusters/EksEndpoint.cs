namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A flaw in the API server, or a stolen token, is then enough from anywhere.</summary>
public sealed class EksEndpoint() : Rule(new()
{
    Id = "eks-public-endpoint",
    Title = "The API of an EKS cluster is not open to the internet",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "turn the public endpoint off, or name the ranges that may reach it",
    References = ["checkov@3.3:CKV_AWS_38", "aws-fsbp@1.0.0:EKS.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            // AWS's default is a public endpoint, open to all.
            if (!cluster.IsNot("vpcConfig.endpointPublicAccess", false) || Inputs.IsHidden(cluster.At("vpcConfig.publicAccessCidrs")))
            {
                continue;
            }

            if (cluster.IsEmpty("vpcConfig.publicAccessCidrs"))
            {
                yield return Found(cluster, "has a public endpoint and says nothing of who may reach it", "vpcConfig.publicAccessCidrs");
            }
            else if (cluster.Items("vpcConfig.publicAccessCidrs").FirstOrDefault(path => cluster.Text(path) is "0.0.0.0/0" or "::/0") is { } world)
            {
                yield return Found(cluster, "has a public endpoint that the whole internet reaches", world);
            }
        }
    }
}
