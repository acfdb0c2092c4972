using System.Diagnostics;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Observability;

/// <summary>What a promise asks of metrics, in PromQL.</summary>
/// <remarks>
/// A histogram is one metric in CloudWatch, without a series per bucket, so the share of fast calls is <c>histogram_fraction</c>, which is
/// exact at an edge of a bucket. That CloudWatch has this function was not read in any page of AWS; Prometheus 3, which it names as its
/// model, has. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-PromQL-Querying.html, read 2026-11-20.
/// </remarks>
internal static class SloQuery
{
    /// <summary>The longest query that an alarm takes, in characters.</summary>
    public const int Longest = 10_000;

    /// <summary>Every promise of an SLO that burns as fast as a severity says, over both of its windows and with enough calls.</summary>
    public static string Burning(Slo slo, BurnRate rate)
    {
        var calls = $"sum(increase({Select(slo, MeshMetrics.Requests)}[{Span(rate.LongWindow)}])) > {slo.LeastCalls}";
        var burning = Promise("availability", window => FailedShare(slo, window), rate.ThresholdOf(slo.Availability, slo.PeriodDays));
        if (slo.Latency is { } latency)
        {
            burning += " or " + Promise("latency", window => SlowShare(slo, latency, window), rate.ThresholdOf(latency.Share, slo.PeriodDays));
        }

        return $"({burning}) and on() ({calls})";

        string Promise(string name, Func<TimeSpan, string> share, decimal threshold) =>
            $"label_replace({share(rate.LongWindow)} > {Number(threshold)} and {share(rate.ShortWindow)} > {Number(threshold)}, \"promise\", \"{name}\", \"\", \"\")";
    }

    /// <summary>The share of calls that failed, 0 to 1.</summary>
    public static string FailedShare(Slo slo, TimeSpan window) =>
        $"(sum(rate({Select(slo, MeshMetrics.Requests, "response_code=~\"0|5..\"")}[{Span(window)}])) / sum(rate({Select(slo, MeshMetrics.Requests)}[{Span(window)}])))";

    /// <summary>The share of calls that took longer than promised, 0 to 1.</summary>
    public static string SlowShare(Slo slo, SloLatency latency, TimeSpan window) =>
        $"(1 - histogram_fraction(0, {latency.ThresholdMs}, sum(rate({Select(slo, MeshMetrics.Durations)}[{Span(window)}]))))";

    /// <summary>The time within which a share of calls is answered, in milliseconds.</summary>
    public static string Quantile(Slo slo, string share, TimeSpan window) =>
        $"histogram_quantile({share}, sum(rate({Select(slo, MeshMetrics.Durations)}[{Span(window)}])))";

    /// <summary>The series of a metric that an SLO is about.</summary>
    private static string Select(Slo slo, string metric, string? more = null)
    {
        var labels = slo.Scope switch
        {
            SloScope.OfService of => $"reporter=\"{(of.Called ? "source" : "destination")}\", destination_canonical_service=\"{of.Service.Name}\", destination_service_namespace=\"{of.Service.Namespace}\"",
            SloScope.OfEdge edge => $"reporter=\"source\", source_cluster=~\"{string.Join('|', edge.From)}\", destination_cluster=~\"{string.Join('|', edge.To)}\""
                + (edge.Without is { } without ? $", destination_service_namespace!=\"{without}\"" : ""),
            _ => throw new UnreachableException(),
        };
        return $"{metric}{{{labels}{(more is null ? "" : ", " + more)}}}";
    }

    /// <summary>As PromQL writes it: <c>5m</c>, <c>6h</c>, <c>3d</c>.</summary>
    public static string Span(TimeSpan window) => window switch
    {
        { TotalDays: >= 1 } => $"{(int)window.TotalDays}d",
        { TotalHours: >= 1 } => $"{(int)window.TotalHours}h",
        _ => $"{(int)window.TotalMinutes}m",
    };

    private static string Number(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
