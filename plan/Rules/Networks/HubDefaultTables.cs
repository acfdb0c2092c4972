namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>With the default tables every new attachment reaches every other: segments exist on paper only.</summary>
public sealed class HubDefaultTables() : Rule(new()
{
    Id = "aws-hub-default-tables",
    Title = "A Transit Gateway uses no default route table",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set both to disable, and state every association and propagation",
})
{
    private static readonly string[] Tables = ["defaultRouteTableAssociation", "defaultRouteTablePropagation"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var gateway in plan.Of(Types.TransitGateway))
        {
            foreach (var table in Tables)
            {
                if (gateway.IsNot(table, "disable"))
                {
                    yield return Found(gateway, "joins new attachments to a table that all share", table);
                }
            }
        }
    }
}
