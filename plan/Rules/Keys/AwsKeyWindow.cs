namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>Whoever deletes the key of a cluster has that long to notice.</summary>
public sealed class AwsKeyWindow() : Rule(new()
{
    Id = "aws-key-window",
    Title = "An AWS key that is deleted can be brought back for 30 days",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set deletionWindowInDays to 30, or leave it out",
})
{
    private const double Days = 30;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var key in plan.Of(Types.AwsKey))
        {
            if (key.Number("deletionWindowInDays") < Days)
            {
                yield return Found(key, "is gone for good sooner than it has to be", "deletionWindowInDays");
            }
        }
    }
}
