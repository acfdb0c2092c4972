using System.Collections.Immutable;
using System.Globalization;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Observability;

/// <summary>What a dashboard shows of the latency probe: for each pair of sites how long a call takes by each way, and how many are not answered.</summary>
/// <remarks>
/// A percentile comes from the sums of a histogram's buckets over all pods and the whole window. Percentiles themselves are never averaged, nor
/// taken from one another: what the mesh adds at the median is not the median of what it adds.
/// </remarks>
internal static class ProbeCharts
{
    private static readonly ImmutableArray<(string Quantile, string Name)> Shares = [("0.5", "half"), ("0.99", "99 of 100")];

    private static readonly ImmutableArray<string> Ways = ["direct", "mesh"];

    /// <summary>One row for each pair, in a region that has the metrics.</summary>
    public static IEnumerable<DashboardRow> Of(ImmutableArray<ProbedPair> pairs, string region) => pairs.Select(pair => new DashboardRow(6,
        new QueryWidget(
            $"{pair.From} to {pair.To}: how long a call takes", region, "ms",
            [.. Ways.SelectMany(way => Shares.Select(share => ($"{way}, {share.Name}", Quantile(pair, way, share.Quantile))))],
            pair.FloorMs is > 0 and var floor ? ("light alone", Math.Round(floor, 2)) : null),
        new QueryWidget(
            $"{pair.From} to {pair.To}: calls not answered in time", region, "percent",
            [.. Ways.Select(way => (way, $"100 * (1 - sum(rate({Select(pair, way, MeshMetrics.ProbeAnswered)}[5m])) / sum(rate({Select(pair, way, MeshMetrics.ProbeCalls)}[5m])))"))])));

    private static string Quantile(ProbedPair pair, string way, string quantile) =>
        string.Create(CultureInfo.InvariantCulture, $"histogram_quantile({quantile}, sum(rate({Select(pair, way, MeshMetrics.ProbeDurations)}[5m])))");

    private static string Select(ProbedPair pair, string way, string metric) =>
        $"{metric}{{{MeshMetrics.ProbeSource}=\"{pair.From}\", {MeshMetrics.ProbeTarget}=\"{pair.To}\", {MeshMetrics.ProbeWay}=\"{way}\"}}";
}

/// <summary>Two sites, one of which measures to the other.</summary>
/// <param name="From">The key of the site that asks.</param>
/// <param name="To">The key of the site that answers.</param>
/// <param name="FloorMs">The least time that light in a cable needs there and back, in milliseconds; null where it is not known where they are.</param>
public sealed record ProbedPair(string From, string To, double? FloorMs);
