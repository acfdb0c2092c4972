using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A promise about calls. The key <c>of</c> says about which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "of")]
[JsonDerivedType(typeof(ServiceSloSettings), "service")]
[JsonDerivedType(typeof(EdgeSloSettings), "edge")]
public abstract record SloSettings
{
    [Description("The share of calls that succeed: that are answered, and not with 500 or above.")]
    public required SloPercent AvailabilityPercent { get; init; }

    [Description("How fast calls are. Left out: nothing is promised.")]
    public SloLatencySettings? Latency { get; init; }

    [Description("The days that it is for. Left out: 30.")]
    [Range(7, 90)]
    public int PeriodDays { get; init; } = 30;

    [Description("How many calls there must be in the window of an alarm for it to mean anything. Left out: 100.")]
    [Range(1, 1_000_000)]
    public int LeastCalls { get; init; } = 100;
}

/// <summary>A promise about all calls of a service.</summary>
public sealed record ServiceSloSettings : SloSettings
{
    [Description("The service, of services.")]
    public required EntryKey Service { get; init; }
}

/// <summary>A promise about all calls from some sites to others.</summary>
public sealed record EdgeSloSettings : SloSettings
{
    [Description("The sites that call.")]
    [MinLength(1)]
    public required ImmutableArray<EntryKey> From { get; init; }

    [Description("The sites that answer.")]
    [MinLength(1)]
    public required ImmutableArray<EntryKey> To { get; init; }
}

/// <summary>How fast calls are.</summary>
public sealed record SloLatencySettings
{
    [Description("The time that a call takes at most, in milliseconds: one of observability.alarms.latencyBucketsMs.")]
    [Range(1, 600_000)]
    public required int ThresholdMs { get; init; }

    [Description("The share of calls that is as fast.")]
    public required SloPercent Percent { get; init; }
}
