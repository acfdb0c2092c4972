namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>With a key of your own you can say who reads the secrets at rest, and see who did.</summary>
public sealed class EksSecretsKey() : Rule(new()
{
    Id = "eks-secrets-key",
    Title = "Secrets of an EKS cluster are encrypted with a key of the account",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set encryptionConfig with the key and the resource secrets; the key can never be changed or taken away again",
    References = ["checkov@3.3:CKV_AWS_58", "cis-eks@1.7.0:5.3.1", "aws-fsbp@1.0.0:EKS.3"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsEmpty("encryptionConfig.provider.keyArn")
                || (!Inputs.IsHidden(cluster.At("encryptionConfig.resources"))
                    && cluster.Items("encryptionConfig.resources").All(path => cluster.IsNot(path, "secrets"))))
            {
                yield return Found(cluster, "keeps secrets under AWS's own key", "encryptionConfig");
            }
        }
    }
}
