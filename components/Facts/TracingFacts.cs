namespace CrossCloudMesh.Facts;

/// <summary>What AWS documents of traces: Transaction Search, sampling, groups.</summary>
public static class TracingFacts
{
    /// <summary>In which order Transaction Search is switched on, and by which policy X-Ray may write.</summary>
    public static Source SearchSource { get; } =
        new("https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search-getting-started.html", new(2026, 11, 20))
        {
            NotRead = "whether a new policy counts at once; the provider waits up to ten minutes for the destination, which covers either",
        };

    /// <summary>The service that writes spans.</summary>
    public const string XRayService = "xray.amazonaws.com";

    /// <summary>Where spans are kept.</summary>
    public const string SpansLogGroup = "aws/spans";

    /// <summary>
    /// That X-Ray makes <see cref="SpansLogGroup"/> when the destination is set, with the caller's right to make it and to set how long it keeps
    /// what; that X-Ray takes a key for it then and never after; and that AssociateKmsKey of CloudWatch Logs sets or changes it at any time.
    /// </summary>
    public static Source SpansSource { get; } =
        new("https://docs.aws.amazon.com/sdk-for-ruby/v3/api/Aws/XRay/Types/CloudWatchLogsConfiguration.html", new(2026, 11, 21))
        {
            NotRead = "that nobody but AWS may make a log group whose name begins with aws/; the provider of 7.48 has no input for the key",
        };

    /// <summary>Where Application Signals keeps what it makes of spans, whoever sends them.</summary>
    public const string SignalsLogGroup = "/aws/application-signals/data";

    /// <summary>Every span can be searched.</summary>
    public const string LogsDestination = "CloudWatchLogs";

    /// <summary>The one indexing rule that an account has in a region.</summary>
    public const string IndexingRule = "Default";

    /// <summary>How long X-Ray may take to change the destination, in seconds, by the provider's own limit.</summary>
    /// <remarks>Source: internal/service/xray/trace_segment_destination.go of the AWS provider, commit 1a95f0c630ca, read 2026-11-21.</remarks>
    public const int DestinationSeconds = 600;

    /// <summary>Since which version Istio names services in spans as OpenTelemetry's conventions do.</summary>
    /// <remarks>Source: the notes of Istio 1.30, https://istio.io/latest/news/releases/1.30.x/, read 2026-11-21.</remarks>
    public static Version ServiceNamesSince { get; } = new(1, 30, 0);

    /// <summary>By which an extension provider of Istio is named that tells of calls by OTLP; ours to choose.</summary>
    public const string MeshProvider = "otel";
}
