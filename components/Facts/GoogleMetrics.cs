using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Google Cloud measures of the ways between sites.</summary>
/// <remarks>Samples come every 60 seconds and are to be seen 180 seconds later at the latest, so a condition lasts 180 seconds at least.</remarks>
public static class GoogleMetrics
{
    /// <summary>The API that alerting policies belong to.</summary>
    public const string Api = "monitoring.googleapis.com";

    /// <summary>How late a sample may be, in seconds.</summary>
    public const int LatestSeconds = 180;

    private static readonly Source Page = new("https://cloud.google.com/monitoring/api/metrics_gcp", new(2026, 11, 21))
    {
        NotRead = "the names of labels: those that alerting policies in public repositories filter by",
    };

    /// <summary>All rows; the labels are those of the metric.</summary>
    public static ImmutableArray<WatchedMetric> All { get; } =
    [
        WatchedMetric.Row("vpn.googleapis.com", "tunnel_established", "1", Page, "tunnel_name gateway_name"),
        WatchedMetric.Row("router.googleapis.com", "bgp/session_up", "1", Page, "bgp_peer_name"),
        WatchedMetric.Row("router.googleapis.com", "bgp/received_routes_count", "prefixes", Page, "bgp_peer_name"),
        WatchedMetric.Row("interconnect.googleapis.com", "network/attachment/received_bytes_count", "bytes", Page, "attachment"),
        WatchedMetric.Row("interconnect.googleapis.com", "network/attachment/egress_dropped_packets_count", "packets", Page, "attachment"),
    ];

    /// <summary>The kind of monitored resource that bears a metric of a service.</summary>
    public static string ResourceOf(string service) => service switch
    {
        "vpn.googleapis.com" => "vpn_gateway",
        "router.googleapis.com" => "gce_router",
        "interconnect.googleapis.com" => "interconnect_attachment",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "has no row here"),
    };
}
