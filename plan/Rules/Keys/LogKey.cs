namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>Logs hold what passed through; with a key of your own you can say who reads them, and take it back.</summary>
public sealed class LogKey() : Rule(new()
{
    Id = "aws-log-key",
    Title = "Every log group is encrypted with a key of the account",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set kmsKeyId to a key whose policy lets CloudWatch Logs use it",
    References = ["checkov@3.3:CKV_AWS_158"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var group in plan.Of(Types.LogGroup))
        {
            if (group.IsEmpty("kmsKeyId"))
            {
                yield return Found(group, "is encrypted with AWS's own key only", "kmsKeyId");
            }
        }
    }
}
