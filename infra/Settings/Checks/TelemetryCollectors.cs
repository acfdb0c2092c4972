using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The collectors understand what they are told, and no two rules of sampling have one place.</summary>
internal static class TelemetryCollectors
{
    private const string At = "observability.telemetry";

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Observability?.Telemetry is not { } telemetry)
        {
            yield break;
        }

        var version = telemetry.Collector.ChartVersion.ToString();
        if (Version.Parse(version) < CollectorFacts.FirstChart)
        {
            yield return new Fault(
                $"{At}.collector.chartVersion", $"must be {CollectorFacts.FirstChart} or later, as components had other names before", version,
                "take a later one");
        }

        var holders = new Dictionary<int, string>();
        foreach (var (key, rule) in telemetry.SamplingRules)
        {
            var path = $"{At}.samplingRules.{key}.priority";
            if (!holders.TryAdd(rule.Priority, path))
            {
                yield return new Fault(path, $"must be a priority of its own, and {holders[rule.Priority]} is the same", $"{rule.Priority}", "choose another");
            }
        }
    }
}
