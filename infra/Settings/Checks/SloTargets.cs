using System.Globalization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A promise can be kept, and it can be seen whether it is.</summary>
internal static class SloTargets
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => SloPlan.SettingsOf(settings).SelectMany(slo => Of($"observability.slos.{slo.Key}", slo.Value, settings));

    private static IEnumerable<Fault> Of(string path, SloSettings slo, MeshSettings settings) =>
    [
        .. Budget($"{path}.availabilityPercent", slo.AvailabilityPercent, slo.PeriodDays),
        .. slo.Latency is { } latency ? Budget($"{path}.latency.percent", latency.Percent, slo.PeriodDays) : [],
        .. Edge($"{path}.latency.thresholdMs", slo, settings),
        .. Floor($"{path}.latency.thresholdMs", slo, settings),
    ];

    private static IEnumerable<Fault> Budget(string path, SloPercent percent, int periodDays)
    {
        var fastest = BurnRate.All[0];
        if (percent.Budget == 0)
        {
            yield return new Fault(path, "must be below 100, or the first call that fails is more than may ever fail", percent.ToString(), "promise 99.99 or less");
        }
        else if (fastest.ThresholdOf(percent, periodDays) >= 1)
        {
            var factor = fastest.FactorOf(periodDays);
            yield return new Fault(
                path,
                $"leaves so much that {fastest.Key} can never be seen: it needs {Short(factor)} times {Short(percent.Budget * 100)} percent of calls to fail",
                percent.ToString(),
                $"promise more than {Short(100 - (100 / factor))}, or for fewer days");
        }
    }

    private static IEnumerable<Fault> Edge(string path, SloSettings slo, MeshSettings settings)
    {
        if (slo.Latency is not { ThresholdMs: var threshold } || settings.Observability!.Alarms is not { LatencyBucketsMs: var edges } || edges.Contains(threshold))
        {
            yield break;
        }

        var (below, above) = new LatencyBuckets { Edges = edges }.Around(threshold);
        yield return new Fault(
            path,
            "must be an edge of observability.alarms.latencyBucketsMs, or the share of calls below it is a guess",
            threshold.ToString(),
            $"take {string.Join(" or ", new[] { below, above }.OfType<int>())}, or add {threshold} there");
    }

    private static IEnumerable<Fault> Floor(string path, SloSettings slo, MeshSettings settings)
    {
        if (slo.Latency is { ThresholdMs: var threshold } && SloScopes.IsKnown(slo, settings) && !ServiceCallers.Check(settings).Any() && !ServicePlaces.Check(settings).Any()
            && SloPlan.FloorOf(slo, settings) is { } floor && threshold < floor.Ms)
        {
            yield return new Fault(
                path,
                $"is less than light in a cable needs: from {floor.From} in {SloPlan.RegionOf(floor.From, settings)} to {floor.To} in {SloPlan.RegionOf(floor.To, settings)} and back it is {Short((decimal)floor.Ms)} ms",
                threshold.ToString(),
                "promise more, or have sites call that are nearer");
        }
    }

    private static string Short(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
