using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Traces, metrics and logs of all clusters.</summary>
public sealed record TelemetrySettings
{
    [Description("The region of AWS that keeps all of it, whatever cluster it is from: a trace over two regions would be two halves. One where a site is.")]
    public required AwsRegion Region { get; init; }

    [Description("Who switches on Transaction Search, which the account has once in a region: this stack, or somebody elsewhere. Without it spans are refused.")]
    public required AccountWide AccountWide { get; init; }

    [Description("The collectors in each cluster.")]
    public required CollectorSettings Collector { get; init; }

    [Description("Of how many of a hundred calls that begin a trace there is one. Who is called follows who calls, in whatever cloud. Left out: 10.")]
    [Range(1, 100)]
    public int SamplePercent { get; init; } = 10;

    [Description("Of how many of a hundred traces X-Ray keeps a summary, for its map and groups; spans are kept all. More than 1 costs. Left out: 1.")]
    [Range(1, 100)]
    public int IndexedPercent { get; init; } = 1;

    [Description("What pods write goes to CloudWatch Logs, in a group for each site. Left out: it does not; GKE keeps its own in Cloud Logging anyway.")]
    public TelemetryLogSettings? Logs { get; init; }

    [Description("Groups of traces, by name.")]
    [Keys<EntryKey>, MaxLength(20)]
    public ImmutableSortedDictionary<string, TraceGroupSettings> Groups { get; init; } =
        ImmutableSortedDictionary.Create<string, TraceGroupSettings>(StringComparer.Ordinal);

    [Description("Rules of sampling for programs whose SDK asks X-Ray, by name. Proxies of the mesh do not: samplePercent is theirs.")]
    [Keys<EntryKey>, MaxLength(20)]
    public ImmutableSortedDictionary<string, SamplingRuleSettings> SamplingRules { get; init; } =
        ImmutableSortedDictionary.Create<string, SamplingRuleSettings>(StringComparer.Ordinal);

    [Description("Others who get telemetry too, by name. Each has a queue of its own: one that is slow or away keeps nobody else waiting.")]
    [Keys<EntryKey>, MaxLength(5)]
    public ImmutableSortedDictionary<string, ThirdPartySettings> ThirdParties { get; init; } =
        ImmutableSortedDictionary.Create<string, ThirdPartySettings>(StringComparer.Ordinal);
}

/// <summary>Who manages what an account has once in a region.</summary>
public enum AccountWide
{
    /// <summary>This stack sets it, and leaves it when it goes.</summary>
    ThisStack,

    /// <summary>Another stack, or people; it must be there before.</summary>
    Elsewhere,
}

/// <summary>The collectors in each cluster.</summary>
public sealed record CollectorSettings
{
    [Description("The version of the chart opentelemetry-collector, 0.170.0 or later. It brings the collector that it was made for.")]
    public required PatchVersion ChartVersion { get; init; }

    [Description("A registry to take chart and images from: the chart under charts, images under their own paths. Left out: where they are published.")]
    public RegistryPath? Mirror { get; init; }

    [Description("How many gateways there are in a cluster. Left out: 2.")]
    [Range(1, 10)]
    public int Replicas { get; init; } = 2;

    [Description("The disk of each gateway, in GiB, half of which holds what waits while AWS or a third party is away. Left out: 8.")]
    [Range(2, 500)]
    public int QueueGibibytes { get; init; } = 8;
}

/// <summary>What pods write.</summary>
public sealed record TelemetryLogSettings
{
    [Description("How long it is kept, in days.")]
    [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public required int RetentionDays { get; init; }
}

/// <summary>Traces that belong together.</summary>
public sealed record TraceGroupSettings
{
    [Description("X-Ray's expression for them: fault = true, or duration > 0.5.")]
    public required PlainText Filter { get; init; }

    [Description("Whether X-Ray looks for what is out of the ordinary among them, at a price, and tells EventBridge. Left out: false.")]
    public bool Insights { get; init; }
}

/// <summary>How much is sampled of what a program begins.</summary>
public sealed record SamplingRuleSettings
{
    [Description("The lowest rule that fits counts.")]
    [Range(1, 9999)]
    public required int Priority { get; init; }

    [Description("So many traces a second are taken before any share.")]
    [Range(0, 1000)]
    public required int TracesPerSecond { get; init; }

    [Description("Of how many of a hundred of the others.")]
    [Range(0, 100)]
    public required int Percent { get; init; }

    [Description("The service's name. Left out: any.")]
    public PlainText? Service { get; init; }

    [Description("The path of the URL, with * and ?. Left out: any.")]
    public PlainText? Path { get; init; }
}

/// <summary>Somebody else who takes OTLP over HTTP.</summary>
public sealed record ThirdPartySettings
{
    [Description("Its URL, to which /v1/traces and its like are appended.")]
    public required HttpsUrl Endpoint { get; init; }

    [Description("The header by which it knows us: api-key.")]
    public required HeaderName Header { get; init; }

    [Description("The name of the secret that is the header's value: pulumi config set --secret NAME.")]
    public required EntryKey Secret { get; init; }

    [Description("What it gets.")]
    [MinLength(1)]
    public required ImmutableArray<TelemetrySignal> Signals { get; init; }
}

/// <summary>A kind of telemetry.</summary>
public enum TelemetrySignal
{
    Traces,
    Metrics,
    Logs,
}
