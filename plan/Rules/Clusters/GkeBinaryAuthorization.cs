namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Whoever may write to a registry may else run anything in the cluster.</summary>
public sealed class GkeBinaryAuthorization() : Rule(new()
{
    Id = "gke-binary-authorization",
    Title = "A GKE cluster runs only images that a policy admits",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set binaryAuthorization.evaluationMode to PROJECT_SINGLETON_POLICY_ENFORCE, and write the policy of the project first",
    References = ["checkov@3.3:CKV_GCP_66", "cis-gke@1.6.0:5.10.4"],
})
{
    private static readonly string[] Modes =
        ["PROJECT_SINGLETON_POLICY_ENFORCE", "POLICY_BINDINGS", "POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("binaryAuthorization.evaluationMode", Modes))
            {
                yield return Found(cluster, "runs whatever image it is told to", "binaryAuthorization.evaluationMode");
            }
        }
    }
}
