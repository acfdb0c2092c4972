using CrossCloudMesh.Facts;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>The configuration of the agent on each node: what proxies, control plane and collectors there count, how the node is, and what pods write.</summary>
/// <remarks>
/// It passes everything to the gateway, in clear text within the cluster, and keeps nothing on disk but how far it has read. Of proxies it
/// takes what an alarm or a panel asks for, without labels that say a thing twice or have a value for each identity.
/// Source: https://istio.io/latest/docs/ops/integrations/prometheus/ for the names of ports, read 2026-11-20.
/// </remarks>
public sealed record AgentConfig
{
    internal const string LogFolder = "/var/log/pods";
    internal const string OffsetFolder = "/var/lib/otelcol";

    private const string Offsets = "file_storage/offsets";
    private const string Exporter = "otlp_grpc/gateway";
    private const string Batch = "batch";
    private const string NodeName = "${env:OTEL_K8S_NODE_NAME}";
    private const int BatchItems = 1000;
    private const int KubeletPort = 10250;

    private static readonly string KeptMetrics = string.Join(
        '|',
        "istio_(requests_total|request_duration_milliseconds.*|tcp_.*)",
        ProxyStats.Pattern,
        "pilot_(proxy_convergence_time.*|total_xds_rejects|xds)|citadel_server_.*|otelcol_.*|up");

    private const string KeptOfProbes = $"({MeshMetrics.ProbeDurations}.*|{MeshMetrics.ProbeCalls}|{MeshMetrics.ProbeAnswered})";

    /// <summary>What says a second time whom it asked.</summary>
    private const string DroppedOfProbes = "dst|probe|ptype";

    private const string DroppedLabels = "(source|destination)_(app|principal|canonical_revision)|destination_service";

    public required CollectorPlace Place { get; init; }

    /// <summary>The gateway's host, the same in every cluster and always one's own.</summary>
    public required string GatewayHost { get; init; }

    /// <summary>Whether what pods write is read.</summary>
    public required bool HasLogs { get; init; }

    /// <summary>Whether the latency probe stands in the cluster.</summary>
    public required bool HasProbe { get; init; }

    /// <summary>The configuration, as values of the chart.</summary>
    public Dictionary<string, object> Render()
    {
        var extensions = Map((HealthCheck, Health()));
        var receivers = Map(("prometheus", Map(("config", Map(("scrape_configs", List(HasProbe ? [Proxies(), Controllers(), Probes()] : [Proxies(), Controllers()])))))), ("kubeletstats", Kubelet()));
        var pipelines = Map(("metrics", Pipeline(["kubeletstats", "prometheus"], [ConfigParts.Place, Batch], Exporter)));
        if (HasLogs)
        {
            extensions[Offsets] = Map(("directory", OffsetFolder), ("create_directory", true));
            receivers["file_log"] = PodLogs();
            pipelines["logs"] = Pipeline(["file_log"], [ConfigParts.Place, Batch], Exporter);
        }

        return Map(
            ("extensions", extensions),
            ("receivers", receivers),
            ("processors", Map((MemoryLimiter, MemoryLimits()), (ConfigParts.Place, PlaceOf(Place)), (Batch, BatchOf(BatchItems)))),
            ("exporters", Map((Exporter, Map(
                ("endpoint", $"{GatewayHost}:{CollectorFacts.OtlpPort}"),
                ("tls", Map(("insecure", true))),
                ("sending_queue", Map(("enabled", true), ("sizer", "items"), ("queue_size", 50 * BatchItems))))))),
            ("service", Map(
                ("extensions", List(extensions.Keys.Order(StringComparer.Ordinal))),
                ("telemetry", Telemetry()),
                ("pipelines", pipelines))));
    }

    /// <summary>The kubelet's certificate is its own, and this is its own node.</summary>
    private static Dictionary<string, object> Kubelet() => Map(
        ("collection_interval", "60s"),
        ("auth_type", "serviceAccount"),
        ("endpoint", $"https://${{env:OTEL_K8S_NODE_IP}}:{KubeletPort}"),
        ("insecure_skip_verify", true),
        ("metric_groups", List("node")));

    private static Dictionary<string, object> Proxies() => Scrape("mesh-proxies", "/stats/prometheus", KeptMetrics, DroppedLabels, Keep("__meta_kubernetes_pod_container_port_name", "http-envoy-prom"));

    private static Dictionary<string, object> Controllers() => Scrape(
        "controllers",
        "/metrics",
        KeptMetrics,
        DroppedLabels,
        Keep("__meta_kubernetes_namespace", $"{IstioFacts.Namespace}|{CollectorFacts.Namespace}"),
        Keep("__meta_kubernetes_pod_container_port_name", "http-monitoring|metrics"));

    private static Dictionary<string, object> Probes() => Scrape(
        "probes",
        "/metrics",
        KeptOfProbes,
        DroppedOfProbes,
        Keep("__meta_kubernetes_namespace", $"{ProbeFacts.MeshNamespace}|{ProbeFacts.DirectNamespace}"),
        Keep("__meta_kubernetes_pod_container_port_name", ProbeFacts.MetricsPortName));

    private static Dictionary<string, object> Scrape(string job, string path, string metrics, string droppedLabels, params object[] kept) => Map(
        ("job_name", job),
        ("scrape_interval", "60s"),
        ("metrics_path", path),
        ("kubernetes_sd_configs", List(Map(("role", "pod"), ("selectors", List(Map(("role", "pod"), ("field", $"spec.nodeName={NodeName}"))))))),
        ("relabel_configs", List(kept)),
        ("metric_relabel_configs", List(Keep("__name__", metrics), Map(("action", "labeldrop"), ("regex", droppedLabels)))));

    private static Dictionary<string, object> Keep(string label, string values) =>
        Map(("source_labels", List(label)), ("action", "keep"), ("regex", values));

    private static Dictionary<string, object> PodLogs() => Map(
        ("include", List($"{LogFolder}/*/*/*.log")),
        ("exclude", List($"{LogFolder}/{CollectorFacts.Namespace}_*/*/*.log")),
        ("start_at", "end"),
        ("include_file_path", true),
        ("storage", Offsets),
        ("operators", List(Map(("type", "container"), ("id", "container-parser")))),
        ("retry_on_failure", Map(("enabled", true))));
}
