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
