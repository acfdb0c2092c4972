namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Without flow logs nobody can tell afterwards who spoke to whom, nor why a packet was dropped.</summary>
public sealed class SubnetworkFlowLogs() : Rule(new()
{
    Id = "google-subnet-flow-logs",
    Title = "Every Google subnet records its flows",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give the subnet a logConfig",
    References = ["checkov@3.3:CKV_GCP_26", "cis-gke@1.6.0:5.6.1"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var subnet in plan.Of(Types.Subnetwork))
        {
            // Google keeps no flow logs of a subnet that only proxies use.
            if (subnet.At("logConfig") is null && subnet.IsNot("purpose", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY"))
            {
                yield return Found(subnet, "records no flows", "logConfig");
            }
        }
    }
}
