using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What proxies count of calls that were tried again, refused or not trusted. Istio has them tell of it only where they are asked to.</summary>
/// <remarks>
/// One table for both ends: by it proxies are told what to tell, and collectors what to keep. A proxy that is told nothing counts nothing of this,
/// whoever asks; and it hears of a change when it starts.
/// </remarks>
public static class ProxyStats
{
    /// <summary>What a proxy has of its own accord, and by which setting it has more.</summary>
    public static Source Source { get; } =
        new("https://github.com/istio/istio/blob/86c9f01fd735fb01d8192f5bcaf0d424afb7f14c/pkg/bootstrap/config.go", new(2026, 11, 21));

    /// <summary>What each of them counts.</summary>
    public static Source Counted { get; } = new("https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats", new(2026, 11, 20))
    {
        NotRead = "their names for Prometheus, which put _ for every dot behind envoy_ and the kind of what counts",
    };

    /// <summary>The ends of their names, in Envoy's own spelling.</summary>
    public static ImmutableArray<string> Suffixes { get; } =
    [
        "circuit_breakers.default.cx_open",
        "circuit_breakers.default.rq_open",
        "circuit_breakers.default.rq_pending_open",
        "circuit_breakers.default.rq_retry_open",
        "outlier_detection.ejections_active",
        "outlier_detection.ejections_enforced_total",
        "ssl.connection_error",
        "ssl.fail_verify_error",
        "ssl.fail_verify_no_cert",
        "ssl.fail_verify_san",
        "ssl.handshake",
        "upstream_cx_connect_fail",
        "upstream_rq_pending_overflow",
        "upstream_rq_retry",
        "upstream_rq_retry_overflow",
    ];

    /// <summary>The name under which Prometheus finds what a cluster of Envoy's counts: <c>envoy_cluster_upstream_rq_retry</c>.</summary>
    public static string ClusterMetricOf(string suffix) => $"envoy_cluster_{Flat(suffix)}";

    /// <summary>What fits the names of all of them for Prometheus, of clusters and of listeners, as a regular expression.</summary>
    public static string Pattern { get; } = $"envoy_(cluster|listener)_({string.Join('|', Suffixes.Select(Flat))})";

    private static string Flat(string suffix) => suffix.Replace('.', '_');
}
