using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>The configuration of a cluster's gateway: takes OTLP from proxies, programs and agents, and sends each signal to each of its destinations.</summary>
/// <remarks>
/// The same on both clouds but for its place. No span is left out here: who starts a trace decides, and everybody after follows; a gateway
/// sees only its own cloud's half. Without <see cref="Logs"/> logs go to third parties alone.
/// </remarks>
public sealed record GatewayConfig
{
    internal const string StorageFolder = "/var/lib/otelcol/queues";

    /// <summary>Where X-Ray's proxy answers; X-Ray's own number.</summary>
    internal const int ProxyPort = 2000;

    private const long BytesPerGibibyte = 1L << 30;
    private const string Storage = "file_storage/queues";
    private const string Proxy = "awsproxy";
    private const string Pods = "k8s_attributes";
    private const string Receiver = "otlp";

    public required CollectorPlace Place { get; init; }

    /// <summary>The region of AWS that keeps telemetry.</summary>
    public required string Region { get; init; }

    /// <summary>Log group and stream, which stand already; null where AWS gets no logs.</summary>
    public LogPlace? Logs { get; init; }

    /// <summary>Third parties by name.</summary>
    public ImmutableSortedDictionary<string, ThirdParty> ThirdParties { get; init; } = ImmutableSortedDictionary<string, ThirdParty>.Empty;

    /// <summary>Whether programs may ask X-Ray by way of the gateway what to sample.</summary>
    public bool HasProxy { get; init; }

    /// <summary>The size of the disk of each pod, which queues have half of: the other half is for tidying up.</summary>
    public required int QueueGibibytes { get; init; }

    /// <summary>Whether anybody gets logs.</summary>
    internal bool HasLogs => Logs is not null || ThirdParties.Values.Any(party => party.Signals.Contains(OtlpEndpoints.Logs.Signal, StringComparer.Ordinal));

    /// <summary>The configuration, as values of the chart.</summary>
    public Dictionary<string, object> Render()
    {
        var (destinations, endpoints) = (Destinations(), Endpoints());
        var queueBytes = QueueGibibytes * BytesPerGibibyte / 2 / destinations.Length;
        var signers = endpoints.ToDictionary(Destination.SignerOf, endpoint => (object)Map(("region", Region), ("service", endpoint.Service)), StringComparer.Ordinal);
        var extensions = new Dictionary<string, object>(signers, StringComparer.Ordinal)
        {
            [HealthCheck] = Health(),
            [Storage] = Map(("directory", StorageFolder), ("create_directory", true), ("compaction", Map(
                ("on_start", true), ("on_rebound", true), ("cleanup_on_start", true), ("directory", StorageFolder)))),
        };
        if (HasProxy)
        {
            extensions[Proxy] = Map(("endpoint", OnPod(ProxyPort)), ("region", Region));
        }

        return Map(
            ("extensions", extensions),
            ("receivers", Map((Receiver, Map(("protocols", Map(
                ("grpc", Map(("endpoint", OnPod(CollectorFacts.OtlpPort)))),
                ("http", Map(("endpoint", OnPod(CollectorFacts.OtlpHttpPort)))))))))),
            ("processors", Processors(destinations)),
            ("exporters", destinations.ToDictionary(destination => destination.Exporter, destination => (object)destination.Export(Storage, queueBytes), StringComparer.Ordinal)),
            ("service", Map(
                ("extensions", List(extensions.Keys.Order(StringComparer.Ordinal))),
                ("telemetry", Telemetry()),
                ("pipelines", destinations.SelectMany(Pipelines).ToDictionary(StringComparer.Ordinal)))));
    }

    private ImmutableArray<OtlpEndpoint> Endpoints() => Logs is null ? [OtlpEndpoints.Metrics, OtlpEndpoints.Traces] : OtlpEndpoints.All;

    private ImmutableArray<Destination> Destinations() =>
    [
        .. Endpoints().Select(endpoint => endpoint == OtlpEndpoints.Logs
            ? Destination.Of(endpoint, Region, ("headers", Map((OtlpEndpoints.LogGroupHeader, Logs!.Group), (OtlpEndpoints.LogStreamHeader, Logs.Stream))))
            : Destination.Of(endpoint, Region)),
        .. ThirdParties.Select(party => party.Value.ToDestination(party.Key)),
    ];

    private Dictionary<string, object> Processors(ImmutableArray<Destination> destinations)
    {
        var processors = destinations.ToDictionary(destination => destination.Batch, destination => (object)BatchOf(destination.MaxItems), StringComparer.Ordinal);
        processors[MemoryLimiter] = MemoryLimits();
        processors[ConfigParts.Place] = PlaceOf(Place);
        // The pod that a span comes from is the one at the other end of the connection.
        processors[Pods] = Map(
            ("extract", Map(("metadata", List("k8s.namespace.name", "k8s.pod.name", "k8s.node.name")))),
            ("pod_association", List(Map(("sources", List(Map(("from", "connection"))))))));
        return processors;
    }

    private static IEnumerable<KeyValuePair<string, object>> Pipelines(Destination destination) => destination.Signals.Select(signal =>
        KeyValuePair.Create<string, object>($"{signal}/{destination.Name}", Pipeline(
            [Receiver],
            [.. signal == OtlpEndpoints.Traces.Signal ? [Pods] : Array.Empty<string>(), ConfigParts.Place, destination.Batch],
            destination.Exporter)));
}

/// <summary>Where AWS keeps logs.</summary>
public sealed record LogPlace(string Group, string Stream);
