namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>The destination of trace segments is refused until X-Ray may write to the groups that they go to.</summary>
public sealed class TraceLogPolicy() : Rule(new()
{
    Id = "trace-log-policy",
    Title = "X-Ray may write spans before it is told to",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "make a log resource policy that lets xray.amazonaws.com put log events, and let the destination depend on it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var destination in plan.Of(Types.TraceDestination).Where(destination => destination.Is("destination", "CloudWatchLogs")))
        {
            if (!plan.Of(Types.LogPolicy).Any(policy => destination.DependsOn.Contains(policy.Urn) && Admits(policy)))
            {
                yield return Found(destination, "does not wait for a policy that lets X-Ray write logs, so AWS refuses it", "destination");
            }
        }
    }

    private static bool Admits(PlannedResource policy) => AwsPolicy.Read(policy.Text("policyDocument")) is not { } statements
        || statements.Any(each => each.IsAllowed && each.Services.Contains("xray.amazonaws.com") && each.Allows("logs:PutLogEvents"));
}
