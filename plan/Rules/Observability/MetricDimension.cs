using System.Text.RegularExpressions;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A dimension with a value per pod, call or person makes as many series, and as many charges; and an alarm over one of them is over nothing soon.</summary>
public sealed partial class MetricDimension() : Rule(new()
{
    Id = "metric-dimension",
    Title = "No alarm looks at a metric by pod, path, person or trace",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "look at it by service or cluster, and find the pod or the call in traces",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var alarm in plan.Of(Types.MetricAlarm))
        {
            string[] paths = ["dimensions", .. alarm.Items("metricQueries").Select(query => query + ".metric.dimensions")];
            foreach (var path in paths)
            {
                foreach (var (name, _) in alarm.At(path) is PlanValue.ObjectValue map ? map.Members : SortedMap<PlanValue>.Empty)
                {
                    if (MeshMetrics.TooMany.Contains(name))
                    {
                        yield return Found(alarm, $"looks at a metric by {name}", path);
                    }
                }
            }

            foreach (var label in Grouped(alarm.Text("evaluationCriteria.promqlCriteria.query") ?? ""))
            {
                if (MeshMetrics.TooMany.Contains(label))
                {
                    yield return Found(alarm, $"has one contributor per {label}", "evaluationCriteria.promqlCriteria.query");
                }
            }
        }
    }

    private static IEnumerable<string> Grouped(string query) => Group().Matches(query)
        .SelectMany(group => group.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(label => label.Trim('"').Replace("@resource.", "", StringComparison.Ordinal).Replace("@datapoint.", "", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\bby\s*\((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();
}
