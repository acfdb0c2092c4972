using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>How many alarms there are, how many of them wake somebody, and what telemetry costs of the whole.</summary>
internal static class AlarmSection
{
    private const int Column = 14;

    private static readonly string[] Families = ["aws:cloudwatch/", "aws:sns/", "aws:xray/", "gcp:monitoring/"];

    public static void Write(Canvas page, PlanDocument plan)
    {
        var alarms = plan.Resources.Where(resource => resource.Type is "aws:cloudwatch/metricAlarm:MetricAlarm" or "aws:cloudwatch/compositeAlarm:CompositeAlarm").ToList();
        var policies = plan.Resources.Count(resource => resource.Type == "gcp:monitoring/alertPolicy:AlertPolicy");
        if (alarms.Count + policies == 0)
        {
            return;
        }

        var pages = alarms.Count(alarm => Actions(alarm).Any(action => action.EndsWith("-page", StringComparison.Ordinal)));
        page.Write("  ").Write("alarms", Ink.Faint).To(Column).Write($"{alarms.Count + policies}", Ink.Strong)
            .Line($": {alarms.Count} in CloudWatch, {pages} of which wake somebody; {policies} by policies of Google Cloud");
        if (plan.Cost is { } cost)
        {
            var seen = plan.Resources.Where(resource => Array.Exists(Families, family => resource.Type.StartsWith(family, StringComparison.Ordinal)))
                .Select(resource => resource.Urn)
                .ToHashSet(StringComparer.Ordinal);
            var usd = cost.Fixed.Where(row => seen.Contains(row.Urn)).Sum(row => row.MonthlyUsd);
            page.To(Column).Line($"telemetry is {usd:#,0.00} USD a month of the fixed costs; {Signs.Plural(cost.NotPriced.Count(row => seen.Contains(row.Urn)), "item")} of it not priced");
        }

        page.Line();
    }

    private static IEnumerable<string> Actions(PlannedResource alarm) =>
        alarm.Inputs["alarmActions"] is PlanValue.ListValue list ? list.Items.OfType<PlanValue.TextValue>().Select(action => action.Value) : [];
}
