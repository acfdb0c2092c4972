namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>Auditors ask about last year.</summary>
public sealed class LogRetentionYear() : Rule(new()
{
    Id = "aws-log-retention-year",
    Title = "Every log group keeps its logs for at least a year",
    Severity = Severity.Info,
    Scope = RuleScope.Resource,
    Fix = "set retentionInDays to 365 or more, or waive it where the logs are nobody's evidence",
    References = ["checkov@3.3:CKV_AWS_338"],
})
{
    private const int LeastDays = 365;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.LogGroup))
        {
            if (group.Number("retentionInDays") is > 0 and < LeastDays and var days)
            {
                yield return Found(group, $"keeps its logs for {days} days", "retentionInDays");
            }
        }
    }
}
