using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What is not written cannot be read after an incident, and each kind answers another question.</summary>
public sealed class EksLogs() : Rule(new()
{
    Id = "eks-control-plane-logs",
    Title = "An EKS cluster writes all five kinds of control-plane log",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "enable all of api, audit, authenticator, controllerManager, scheduler",
    References = ["checkov@3.3:CKV_AWS_37", "cis-eks@1.7.0:2.1.1", "aws-fsbp@1.0.0:EKS.8"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (Inputs.IsHidden(cluster.At("enabledClusterLogTypes"))
                || cluster.Items("enabledClusterLogTypes").Any(path => Inputs.IsHidden(cluster.At(path))))
            {
                continue;
            }

            var written = cluster.Items("enabledClusterLogTypes").Select(path => cluster.Text(path) ?? "");
            var missing = EksFacts.ControlPlaneLogTypes.Except(written, StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                yield return Found(cluster, $"does not write {string.Join(", ", missing)}", "enabledClusterLogTypes");
            }
        }
    }
}
