namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>Without a time logs are kept, and paid for, for ever; with too short a one they are gone before anyone asks.</summary>
public sealed class LogRetention() : Rule(new()
{
    Id = "aws-log-retention",
    Title = "Every log group keeps its logs for a stated time of at least 30 days",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set retentionInDays to 30 or more",
    References = ["checkov@3.3:CKV_AWS_66"],
})
{
    private const int LeastDays = 30;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.LogGroup))
        {
            var days = group.Number("retentionInDays");
            if (days is null or 0 && !Inputs.IsHidden(group.At("retentionInDays")))
            {
                yield return Found(group, "keeps its logs for ever", "retentionInDays");
            }
            else if (days < LeastDays)
            {
                yield return Found(group, $"keeps its logs for {days} days only", "retentionInDays");
            }
        }
    }
}
