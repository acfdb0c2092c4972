using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Alarms stand where the metrics are, and proxies count in ascending order.</summary>
internal static class AlarmRegions
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Observability?.Alarms is not { } alarms)
        {
            yield break;
        }

        var regions = settings.Sites.Values.OfType<AwsSite>().Select(site => site.Region.ToString()).Distinct(StringComparer.Ordinal).ToList();
        if (!regions.Contains(alarms.Region.ToString()))
        {
            yield return new Fault(
                "observability.alarms.region",
                "must be one in which a site is",
                alarms.Region.ToString(),
                regions.Count == 0 ? "leave alarms out" : "name one of " + string.Join(", ", regions));
        }
        else if (settings.Observability.Telemetry is { } telemetry && telemetry.Region != alarms.Region)
        {
            yield return new Fault(
                "observability.alarms.region", "must be that of observability.telemetry, where collectors send what it looks at", alarms.Region.ToString(), $"name {telemetry.Region}");
        }

        if (alarms.MirrorGoogle && settings.Observability.Telemetry is null)
        {
            yield return new Fault(
                "observability.alarms.mirrorGoogle", "must have observability.telemetry beside it, whose collectors bring it", "true", "add telemetry, or leave it out");
        }

        var buckets = alarms.LatencyBucketsMs;
        for (var index = 1; index < buckets.Length; index++)
        {
            if (buckets[index] <= buckets[index - 1])
            {
                yield return new Fault($"observability.alarms.latencyBucketsMs[{index}]", $"must be above the edge before it, {buckets[index - 1]}", buckets[index].ToString());
            }
        }
    }
}
