using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>Where a gateway sends to, apart from every other: with batches, an exporter and a queue on disk of its own.</summary>
/// <remarks>
/// A queue that is full drops what is new, and tells only its own batches, so that no receiver hears of it and no other destination waits.
/// Every request stays within half of both limits of its endpoint: batches count, and the exporter splits what is too large even so.
/// Source: https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/exporterhelper/README.md, read 2026-11-21.
/// </remarks>
internal sealed record Destination
{
    /// <summary>What its parts are called: <c>aws-traces</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes.</summary>
    public required ImmutableArray<string> Signals { get; init; }

    /// <summary>Where to, and as whom.</summary>
    public required ImmutableArray<(string Key, object Value)> Address { get; init; }

    public required int MaxItems { get; init; }

    public required int MaxBytes { get; init; }

    public string Batch => $"batch/{Name}";

    public string Exporter => $"otlp_http/{Name}";

    /// <summary>One of AWS's endpoints.</summary>
    public static Destination Of(OtlpEndpoint endpoint, string region, params (string Key, object Value)[] more) => new()
    {
        Name = $"aws-{endpoint.Signal}",
        Signals = [endpoint.Signal],
        Address =
        [
            ($"{endpoint.Signal}_endpoint", endpoint.UrlIn(region)),
            ("auth", Map(("authenticator", SignerOf(endpoint)))),
            .. more,
        ],
        MaxItems = endpoint.MaxItems / 2,
        MaxBytes = endpoint.MaxBytes / 2,
    };

    /// <summary>What signs its requests.</summary>
    public static string SignerOf(OtlpEndpoint endpoint) => $"sigv4auth/{endpoint.Service}";

    /// <summary>Its exporter.</summary>
    /// <param name="storage">What keeps its queue.</param>
    /// <param name="queueBytes">How much of it may wait.</param>
    public Dictionary<string, object> Export(string storage, long queueBytes) => Map(
    [
        .. Address,
        ("compression", "gzip"),
        ("timeout", "30s"),
        // What waits is on disk: it is tried until it is taken, or too old for whoever takes it.
        ("retry_on_failure", Map(("enabled", true), ("max_elapsed_time", "0s"))),
        ("sending_queue", Map(
            ("enabled", true),
            ("storage", storage),
            ("sizer", "bytes"),
            // As a double, since the wire knows no longer whole number.
            ("queue_size", (double)queueBytes),
            ("batch", Map(("sizer", "bytes"), ("min_size", 0), ("max_size", MaxBytes), ("flush_timeout", "1s"))))),
    ]);
}
