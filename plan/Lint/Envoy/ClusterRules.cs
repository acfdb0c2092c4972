namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>How others are reached.</summary>
/// <remarks>Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto, read 2026-11-21.</remarks>
internal static class ClusterRules
{
    public static IEnumerable<EnvoyRule> List { get; } =
    [
        Needs("envoy-connect-timeout", Severity.Warning, true, "connect_timeout", new(
            "A cluster says how long a connection may take",
            "it may take 5 s, which nobody decided, and a caller waits as long",
            "set connect_timeout",
            "how long a connection may take is not said")),
        Needs("envoy-circuit-breakers", Severity.Warning, true, "circuit_breakers", new(
            "A cluster says how much may be under way at once",
            "1024 connections and requests, and 3 retries, are taken for the limit, which nobody decided",
            "set circuit_breakers.thresholds",
            "how much may be under way at once is not said")),
        Needs("envoy-outlier-detection", Severity.Warning, false, "outlier_detection", new(
            "A cluster leaves out endpoints that fail",
            "an endpoint that answers every request with an error goes on getting its share",
            "set outlier_detection, with enforcing_success_rate: 0 where errors in a row are to decide alone",
            "endpoints that fail are not left out")),
        Needs("envoy-health-check", Severity.Info, false, "health_checks", new(
            "A cluster asks its endpoints how they are",
            "an endpoint that is gone is noticed by the requests that are lost to it",
            "set health_checks, with successful_active_health_check_uneject_host: false beside outlier_detection",
            "nobody asks its endpoints how they are")),
        Needs("envoy-panic-threshold", Severity.Info, false, "common_lb_config.healthy_panic_threshold", new(
            "A cluster says from when on all of its endpoints are called, well or not",
            "with less than half of them well all are called, which nobody decided",
            "set common_lb_config.healthy_panic_threshold",
            "from when on all endpoints are called is not said")),
    ];

    private static EnvoyRule Needs(string id, Severity severity, bool holdsForOwn, string field, Sentences sentences) => new()
    {
        Id = id,
        Severity = severity,
        Title = sentences.Title,
        Why = sentences.Why,
        Fix = sentences.Fix,
        Judge = file => file.Clusters
            .Where(cluster => holdsForOwn || !EnvoyFile.IsOwn(cluster))
            .Select(cluster => (Cluster: cluster, Place: field.Split('.').Aggregate(cluster, (place, step) => place[step])))
            .Where(asked => !asked.Place.IsThere)
            .Select(asked => (asked.Place, $"{asked.Cluster["name"].Text ?? "a cluster without a name"}: {sentences.Message}")),
    };

    private sealed record Sentences(string Title, string Why, string Fix, string Message);
}
