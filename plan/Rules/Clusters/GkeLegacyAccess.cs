namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Neither can be taken back from one person, and neither is seen by IAM.</summary>
public sealed class GkeLegacyAccess() : Rule(new()
{
    Id = "gke-legacy-access",
    Title = "A GKE cluster knows no client certificate and no legacy permissions",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "set issueClientCertificate and enableLegacyAbac to false; the first can only be set when the cluster is made",
    References = ["checkov@3.3:CKV_GCP_13", "checkov@3.3:CKV_GCP_7", "cis-gke@1.6.0:5.8.1", "cis-gke@1.6.0:5.8.3"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            foreach (var path in new[] { "masterAuth.clientCertificateConfig.issueClientCertificate", "enableLegacyAbac" })
            {
                // Google's default is off for both.
                if (cluster.Is(path, true))
                {
                    yield return Found(cluster, "lets people in by other means than IAM and RBAC", path);
                }
            }
        }
    }
}
