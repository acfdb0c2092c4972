namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Between networks the gateway is the only place that sees both sides of a flow.</summary>
public sealed class HubFlowLogs() : Rule(new()
{
    Id = "aws-hub-flow-logs",
    Title = "Every Transit Gateway records its flows",
    Severity = Severity.Warning,
    Scope = RuleScope.Network,
    Fix = "add a flow log to the gateway",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var gateway in plan.Of(Types.TransitGateway))
        {
            if (!plan.Users(gateway, Types.FlowLog, "transitGatewayId").Any())
            {
                yield return Found(gateway, "has no flow log");
            }
        }
    }
}
