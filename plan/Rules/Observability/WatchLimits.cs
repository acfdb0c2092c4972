using System.Text.RegularExpressions;

namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>CloudWatch refuses what is larger, in the middle of an update.</summary>
public sealed partial class WatchLimits() : Rule(new()
{
    Id = "watch-limits",
    Title = "No alarm or dashboard is larger than CloudWatch takes",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "split it: an alarm over alarms takes 100 of them and 10,240 characters, an alarm 10 metrics, a dashboard 500 widgets",
})
{
    private const int MostRule = 10_240;
    private const int MostChildren = 100;
    private const int MostMetrics = 10;
    private const int MostWidgets = 500;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var alarm in plan.Of(Types.CompositeAlarm))
        {
            if (alarm.Text("alarmRule") is { } rule && (rule.Length > MostRule || Children().Count(rule) > MostChildren))
            {
                yield return Found(alarm, $"has {rule.Length} characters in its rule, and {Children().Count(rule)} alarms", "alarmRule");
            }
        }

        foreach (var alarm in plan.Of(Types.MetricAlarm))
        {
            var metrics = alarm.Items("metricQueries").Count(query => alarm.At(query + ".metric") is not null);
            if (metrics > MostMetrics)
            {
                yield return Found(alarm, $"looks at {metrics} metrics", "metricQueries");
            }
        }

        foreach (var dashboard in plan.Of(Types.Dashboard))
        {
            if (dashboard.Text("dashboardBody") is { } body && AwsPolicy.Count(body, "widgets") > MostWidgets)
            {
                yield return Found(dashboard, $"has {AwsPolicy.Count(body, "widgets")} widgets", "dashboardBody");
            }
        }
    }

    [GeneratedRegex(@"\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Children();
}
