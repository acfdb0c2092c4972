namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Without flow logs nobody can tell afterwards who spoke to whom, nor why a packet was dropped.</summary>
public sealed class VpcFlowLogs() : Rule(new()
{
    Id = "aws-vpc-flow-logs",
    Title = "Every VPC records all its flows",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "add a flow log with traffic type ALL to the VPC",
    References = ["checkov@3.3:CKV2_AWS_11"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var vpc in plan.Of(Types.Vpc))
        {
            var logs = plan.Users(vpc, Types.FlowLog, "vpcId").ToList();
            if (logs.Count == 0)
            {
                yield return Found(vpc, "has no flow log");
            }
            else if (logs.TrueForAll(log => log.IsNot("trafficType", "ALL")))
            {
                yield return Found(logs[0], "records only part of the VPC's flows", "trafficType") with { Related = [vpc.Urn] };
            }
        }
    }
}
