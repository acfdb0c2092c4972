using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of alarms and dashboards. The first ten alarms and three dashboards of an account are free, and no free amount counts here.</summary>
internal static class WatchPricing
{
    /// <summary>One metric costs like one alarm; what PromQL costs is in no table that was found.</summary>
    public static void MetricAlarm(CostSheet sheet, PlannedResource alarm)
    {
        if (alarm.At("evaluationCriteria") is not null)
        {
            sheet.NotPriced(alarm, "alarms of PromQL have no price here");
            return;
        }

        var metrics = alarm.List("metricQueries") is { } queries ? queries.Count(query => (query as PlanValue.ObjectValue)?.Members["metric"] is not null) : 1;
        sheet.Monthly(alarm, "cloudwatch.alarm-metric", $"alarm over {AwsPricing.Counted(metrics, "metric")}", metrics);
    }

    public static void CompositeAlarm(CostSheet sheet, PlannedResource alarm) => sheet.Monthly(alarm, "cloudwatch.composite-alarm", "composite alarm");

    public static void Dashboard(CostSheet sheet, PlannedResource dashboard) => sheet.Monthly(dashboard, "cloudwatch.dashboard", "dashboard");

    public static void AlertPolicy(CostSheet sheet, PlannedResource policy) => sheet.NotPriced(policy, "alerting policies of Google Cloud have no price here");
}
