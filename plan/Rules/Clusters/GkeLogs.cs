namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What was not recorded cannot be looked up after the fact.</summary>
public sealed class GkeLogs() : Rule(new()
{
    Id = "gke-logs-and-metrics",
    Title = "A GKE cluster writes logs and metrics",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set loggingConfig and monitoringConfig with SYSTEM_COMPONENTS at least",
    References = ["checkov@3.3:CKV_GCP_1", "checkov@3.3:CKV_GCP_8", "cis-gke@1.6.0:5.7.1"],
})
{
    private static readonly (string Service, string Config)[] Records =
        [("loggingService", "loggingConfig"), ("monitoringService", "monitoringConfig")];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            foreach (var (service, config) in Records)
            {
                var components = $"{config}.enableComponents";
                if (cluster.Is(service, "none"))
                {
                    yield return Found(cluster, "records nothing", service);
                }
                else if (cluster.At(components) is PlanValue.ListValue list
                    && !list.Items.Any(item => Inputs.IsHidden(item) || item is PlanValue.TextValue { Value: "SYSTEM_COMPONENTS" }))
                {
                    yield return Found(cluster, "records nothing of its own components", components);
                }
            }
        }
    }
}
