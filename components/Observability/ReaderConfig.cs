using CrossCloudMesh.Facts;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>The configuration of what reads from Google Cloud whether tunnels and sessions are up, and hands it to the gateway of its cluster.</summary>
/// <remarks>
/// It asks with the identity of its service account, and keeps nothing. Delta sums, such as what attachments carry, are left out: CloudWatch
/// was not seen to take them by OTLP. Whichever way the receiver writes names, they are on the sample in the end.
/// Source: <see cref="CollectorFacts.ReaderInterval"/>.
/// </remarks>
public sealed record ReaderConfig
{
    private const string Receiver = "googlecloudmonitoring";
    private const string Labels = "transform/labels";
    private const string Batch = "batch";
    private const string Exporter = "otlp_grpc/gateway";
    private const int BatchItems = 1000;

    /// <summary>The project that is asked.</summary>
    public required string Project { get; init; }

    /// <summary>The configuration, as values of the chart.</summary>
    public Dictionary<string, object> Render() => Map(
        ("extensions", Map((HealthCheck, Health()))),
        ("receivers", Map((Receiver, Map(
            ("project_id", Project),
            ("collection_interval", CollectorFacts.ReaderInterval),
            ("metrics_list", List(Map(("metric_name", MeshMetrics.GoogleTunnel)), Map(("metric_name", MeshMetrics.GoogleSession)))))))),
        ("processors", Map(
            (MemoryLimiter, MemoryLimits()),
            (Labels, Map(
                ("error_mode", "ignore"),
                ("metric_statements", List(Map(("context", "datapoint"), ("statements", List(OnSample(MeshMetrics.GoogleTunnelName), OnSample(MeshMetrics.GooglePeerName)))))))),
            (Batch, BatchOf(BatchItems)))),
        ("exporters", Map((Exporter, Map(
            ("endpoint", $"{CollectorFacts.GatewayHost}:{CollectorFacts.OtlpPort}"),
            ("tls", Map(("insecure", true))))))),
        ("service", Map(
            ("extensions", List(HealthCheck)),
            ("telemetry", Telemetry()),
            ("pipelines", Map(("metrics", Pipeline([Receiver], [Labels, Batch], Exporter)))))));

    private static string OnSample(string label) => $"set(attributes[\"{label}\"], resource.attributes[\"{label}\"]) where resource.attributes[\"{label}\"] != nil";
}
