using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What the proxies of the mesh, the collectors and Google's routers measure, as CloudWatch has it once a collector has sent it there by OTLP.</summary>
/// <remarks>
/// Attributes of a resource stand behind <c>@resource.</c>. A histogram is one metric, and has no series per bucket, so a share of calls is
/// asked for by <c>histogram_fraction</c>. Nothing of this was run.
/// </remarks>
public static class MeshMetrics
{
    /// <summary>What stands for a namespace, which PromQL has not.</summary>
    public const string Otlp = "otlp";

    /// <summary>Calls, by what came of them.</summary>
    public const string Requests = "istio_requests_total";

    /// <summary>How long calls took.</summary>
    public const string Durations = "istio_request_duration_milliseconds";

    /// <summary>Calls that a proxy refused because too many were waiting.</summary>
    public const string Overflows = "envoy_cluster_upstream_rq_pending_overflow";

    /// <summary>For how many seconds a collector has run: the sign of life of a cluster.</summary>
    public const string Alive = "otelcol_process_uptime";

    /// <summary>How long calls of the probe took that were answered.</summary>
    public const string ProbeDurations = "probe_latency_milliseconds";

    /// <summary>Calls of the probe.</summary>
    public const string ProbeCalls = "probe_total";

    /// <summary>Those that were answered, and in time.</summary>
    public const string ProbeAnswered = "probe_success";

    /// <summary>The label with the site that asks.</summary>
    public const string ProbeSource = "source_site";

    /// <summary>The label with the site that answers.</summary>
    public const string ProbeTarget = "target_site";

    /// <summary>The label with the way of the call: <c>direct</c> or <c>mesh</c>.</summary>
    public const string ProbeWay = "via";

    /// <summary>Whether Google has a tunnel up.</summary>
    public const string GoogleTunnel = "vpn.googleapis.com/tunnel_established";

    /// <summary>The label of <see cref="GoogleTunnel"/>.</summary>
    public const string GoogleTunnelName = "tunnel_name";

    /// <summary>Whether Google has a BGP session up.</summary>
    public const string GoogleSession = "router.googleapis.com/bgp/session_up";

    /// <summary>The label of <see cref="GoogleSession"/>.</summary>
    public const string GooglePeerName = "bgp_peer_name";

    /// <summary>The label by which PromQL in CloudWatch names the cluster that a sample came from: the key of the site.</summary>
    public const string Cluster = "@resource.k8s.cluster.name";

    private static readonly DateOnly ReadOn = new(2026, 11, 20);

    private static readonly Source Istio = new("https://istio.io/latest/docs/reference/config/metrics/", ReadOn);

    private static readonly Source Google = new("https://cloud.google.com/monitoring/api/metrics_gcp", new(2026, 11, 21))
    {
        NotRead = "their names after CloudWatch has taken them by OTLP",
    };

    private static readonly Source Collector = new("https://opentelemetry.io/docs/collector/internal-telemetry/", ReadOn)
    {
        NotRead = "its name after CloudWatch has taken it by OTLP",
    };

    /// <summary>All rows; labels are what may be asked for, and no more.</summary>
    public static ImmutableArray<WatchedMetric> All { get; } =
    [
        WatchedMetric.Row(Otlp, Requests, "calls", Istio, "connection_security_policy destination_canonical_service destination_cluster destination_service_namespace reporter response_code source_cluster"),
        WatchedMetric.Row(Otlp, Durations, "ms", Istio, "destination_canonical_service destination_cluster destination_service_namespace reporter response_code source_cluster"),
        WatchedMetric.Row(Otlp, Overflows, "calls", ProxyStats.Counted, "cluster_name"),
        WatchedMetric.Row(Otlp, Alive, "s", Collector, Cluster),
        WatchedMetric.Row(Otlp, ProbeDurations, "ms", ProbeFacts.Source, $"{ProbeSource} {ProbeTarget} {ProbeWay}"),
        WatchedMetric.Row(Otlp, ProbeCalls, "calls", ProbeFacts.Source, $"{ProbeSource} {ProbeTarget} {ProbeWay}"),
        WatchedMetric.Row(Otlp, ProbeAnswered, "calls", ProbeFacts.Source, $"{ProbeSource} {ProbeTarget} {ProbeWay}"),
        WatchedMetric.Row(Otlp, GoogleTunnel, "1", Google, GoogleTunnelName),
        WatchedMetric.Row(Otlp, GoogleSession, "1", Google, GooglePeerName),
    ];

    /// <summary>Labels that have a value per pod, call or person: each would make a series, and a bill, of its own.</summary>
    /// <remarks>Source: the limits and prices of https://aws.amazon.com/cloudwatch/pricing/, read 2026-09-20.</remarks>
    public static ImmutableSortedSet<string> TooMany { get; } = ImmutableSortedSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "instance_id", "path", "pod", "pod_name", "podname", "request_id", "request_path", "session_id", "source_ip", "span_id", "trace_id", "traceid", "url",
        "url_path", "user", "user_id", "userid", "k8s.pod.name", "k8s.pod.uid", "http.target", "url.path", "url.full", "enduser.id", "client.address");
}
