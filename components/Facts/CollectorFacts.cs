using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What OpenTelemetry publishes of its collector: the chart, the images, and what each of these contains.</summary>
public static class CollectorFacts
{
    private const string Path = "open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-";

    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    /// <summary>What is needed in a cluster and nothing of any vendor: no signing of requests to AWS. As much of it as is of use here.</summary>
    public static CollectorDistribution Kubernetes { get; } = new(
        "k8s",
        Path + "k8s",
        Words(
            "exporters/debug exporters/file exporters/loadbalancing exporters/nop exporters/otelarrow exporters/otlp_grpc exporters/otlp_http",
            "extensions/file_storage extensions/health_check extensions/headers_setter extensions/pprof extensions/zpages",
            "processors/attributes processors/batch processors/filter processors/k8s_attributes processors/memory_limiter",
            "processors/probabilistic_sampler processors/resource processors/resourcedetection processors/tail_sampling processors/transform",
            "receivers/file_log receivers/hostmetrics receivers/k8s_cluster receivers/k8s_events receivers/kubeletstats receivers/otlp receivers/prometheus"),
        Manifest("otelcol-k8s"));

    /// <summary>Everything that the contributors publish, as much of it as is of use here.</summary>
    public static CollectorDistribution Contrib { get; } = new(
        "contrib",
        Path + "contrib",
        Kubernetes.Components.Union(Words(
            "exporters/awsemf exporters/awsxray exporters/awscloudwatchlogs extensions/awsproxy extensions/sigv4auth",
            "processors/cumulativetodelta receivers/googlecloudmonitoring")),
        Manifest("otelcol-contrib"));

    /// <summary>The chart. 0.170.0 was read, whose collector is 0.158.0. It has one image and one name for each of its releases.</summary>
    public static ChartFact Chart { get; } = new(
        "opentelemetry-collector",
        "https://open-telemetry.github.io/opentelemetry-helm-charts",
        Namespace,
        Gateway,
        Contrib.Image,
        new("https://github.com/open-telemetry/opentelemetry-helm-charts/tree/dd5665c06f376c00a5e2147aa84b70c3d105ecfb/charts/opentelemetry-collector", ReadOn));

    /// <summary>The first chart whose collector knows all components by the names that are used here.</summary>
    public static Version FirstChart { get; } = new(0, 170, 0);

    /// <summary>Where images are published.</summary>
    public const string ImageRegistry = "ghcr.io";

    /// <summary>The namespace of collectors, which is ours to choose.</summary>
    public const string Namespace = "observability";

    /// <summary>The release, the service and the service account of a cluster's gateway.</summary>
    public const string Gateway = "telemetry-gateway";

    /// <summary>The release and the service account of the agents.</summary>
    public const string Agent = "telemetry-agent";

    /// <summary>The release and the service account of what reads Google's metrics.</summary>
    public const string Reader = "telemetry-reader";

    /// <summary>The role by which it may: it lets nobody write.</summary>
    /// <remarks>Source: https://cloud.google.com/monitoring/access-control, known from use, not read.</remarks>
    public const string ReaderRole = "roles/monitoring.viewer";

    /// <summary>
    /// How often Google is asked, which is as often as the receiver can; it takes what is true and false as 1 and 0, and the names of tunnels and
    /// sessions as attributes of the resource or of the sample, by its version. Its makers call it alpha.
    /// </summary>
    /// <remarks>
    /// Source: https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/googlecloudmonitoringreceiver, README, config
    /// and tests, and pull requests 35828 and 45468 of that repository, read 2026-11-21.
    /// </remarks>
    public const string ReaderInterval = "60s";

    /// <summary>The gateway's host, as pods of its own cluster call it.</summary>
    public const string GatewayHost = $"{Gateway}.{Namespace}.svc.cluster.local";

    /// <summary>The user as which the images run.</summary>
    /// <remarks>Source: https://github.com/open-telemetry/opentelemetry-collector-releases/blob/main/distributions/otelcol-contrib/Dockerfile, known from use, not read.</remarks>
    public const int User = 10001;

    /// <summary>Where a collector takes OTLP by gRPC.</summary>
    public const int OtlpPort = 4317;

    /// <summary>Where a collector takes OTLP by HTTP.</summary>
    public const int OtlpHttpPort = 4318;

    /// <summary>Where the probes of the chart ask whether a collector runs.</summary>
    public const int HealthPort = 13133;

    /// <summary>Where a collector tells of itself, for Prometheus.</summary>
    public const int MetricsPort = 8888;

    /// <summary>Names that components had before, and have now; the old ones are aliases that go in some later version.</summary>
    /// <remarks>
    /// Source: the chart's own table of renames, and https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/otlphttpexporter/README.md,
    /// read 2026-11-21; otlp of exporters as the same repository's changelog has it for 0.144, not read itself.
    /// </remarks>
    public static ImmutableSortedDictionary<string, string> Renamed { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("exporters/otlp", "otlp_grpc"),
            KeyValuePair.Create("exporters/otlphttp", "otlp_http"),
            KeyValuePair.Create("processors/k8sattributes", "k8s_attributes"),
            KeyValuePair.Create("receivers/filelog", "file_log"),
        ]);

    private static Source Manifest(string distribution) =>
        new($"https://github.com/open-telemetry/opentelemetry-collector-releases/blob/1400269f8ace841f8d0492f4f9c6c7f305f95268/distributions/{distribution}/manifest.yaml", ReadOn);

    private static ImmutableSortedSet<string> Words(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToImmutableSortedSet(StringComparer.Ordinal);
}

/// <summary>A build of the collector.</summary>
/// <param name="Name">What its publishers call it.</param>
/// <param name="Image">The path of its image, without the registry's host.</param>
/// <param name="Components">What it contains, as kind and name: <c>extensions/sigv4auth</c>.</param>
/// <param name="Source">Where this was read.</param>
public sealed record CollectorDistribution(string Name, string Image, ImmutableSortedSet<string> Components, Source Source);
