using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Where AWS takes telemetry by OTLP over HTTP, and how much of it in one request: what is more is refused whole, without a second try.</summary>
public static class OtlpEndpoints
{
    /// <summary>What of the endpoints was read.</summary>
    public static Source Source { get; } =
        new("https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-OTLPEndpoint.html", new(2026, 11, 21))
        {
            NotRead = "how many records and bytes one request for logs may have: taken to be what PutLogEvents takes",
        };

    /// <summary>Takes them only where the account sends its trace segments to CloudWatch Logs.</summary>
    public static OtlpEndpoint Traces { get; } = new("traces", "xray", 10_000, 5_000_000);

    public static OtlpEndpoint Metrics { get; } = new("metrics", "monitoring", 1_000, 1_000_000);

    /// <summary>Needs the headers <see cref="LogGroupHeader"/> and <see cref="LogStreamHeader"/>, of a group and a stream that stand already.</summary>
    public static OtlpEndpoint Logs { get; } = new("logs", "logs", 10_000, 1_000_000);

    public static ImmutableArray<OtlpEndpoint> All { get; } = [Logs, Metrics, Traces];

    public const string LogGroupHeader = "x-aws-log-group";

    public const string LogStreamHeader = "x-aws-log-stream";
}

/// <summary>One endpoint.</summary>
/// <param name="Signal">What it takes: <c>traces</c>, <c>metrics</c>, <c>logs</c>.</param>
/// <param name="Service">The service that requests are signed for, which is the first part of its name too.</param>
/// <param name="MaxItems">Spans, data points or records in one request.</param>
/// <param name="MaxBytes">Bytes of one request before it is compressed.</param>
public sealed record OtlpEndpoint(string Signal, string Service, int MaxItems, int MaxBytes)
{
    /// <summary>The host in a region: <c>xray.us-east-1.amazonaws.com</c>.</summary>
    public string HostIn(string region) => $"{Service}.{region}.amazonaws.com";

    /// <summary>The whole URL in a region: <c>https://xray.us-east-1.amazonaws.com/v1/traces</c>.</summary>
    public string UrlIn(string region) => $"https://{HostIn(region)}/v1/{Signal}";
}
