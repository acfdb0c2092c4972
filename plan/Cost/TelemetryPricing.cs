using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of traces: spans by what they weigh, summaries by how many are kept.</summary>
/// <remarks>Source: https://aws.amazon.com/cloudwatch/pricing/, whose prices for both were not read.</remarks>
internal static class TelemetryPricing
{
    /// <summary>A summary of one trace in a hundred is free.</summary>
    private const decimal FreePercent = 1;

    public static void Spans(CostSheet sheet, PlannedResource destination) =>
        sheet.NotPriced(destination, "spans cost by the GB, and so do the metrics that Application Signals makes of them; no price here");

    public static void Index(CostSheet sheet, PlannedResource rule)
    {
        if (rule.Number("rule", "probabilistic", "desiredSamplingPercentage") > FreePercent)
        {
            sheet.NotPriced(rule, "summaries of more than 1 percent of traces cost by the million; no price here");
        }
    }
}
