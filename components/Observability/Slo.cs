using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Observability;

/// <summary>A promise about calls: how many succeed, how many are fast, over how many days.</summary>
public sealed record Slo
{
    /// <summary>What it is called: <c>payment</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The calls that it is about.</summary>
    public required SloScope Scope { get; init; }

    /// <summary>The share of calls that succeed: that were answered, and not with 500 or above.</summary>
    public required SloPercent Availability { get; init; }

    /// <summary>How fast they are; null where nothing is promised.</summary>
    public required SloLatency? Latency { get; init; }

    /// <summary>The days that it is for.</summary>
    public required int PeriodDays { get; init; }

    /// <summary>How many calls there must have been in the long window for it to mean anything.</summary>
    public required int LeastCalls { get; init; }
}

/// <summary>How fast calls are.</summary>
/// <param name="ThresholdMs">The time that a call takes at most, in milliseconds: an edge of <see cref="LatencyBuckets"/>.</param>
/// <param name="Share">The share of calls that is as fast.</param>
public sealed record SloLatency(int ThresholdMs, SloPercent Share);

/// <summary>Calls that a promise is about.</summary>
public abstract record SloScope
{
    /// <summary>All calls of one service, wherever it runs.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Called">Whether anything in the mesh calls it: then its callers count, who see the network too; else it counts itself.</param>
    public sealed record OfService(Values.Mesh.ServiceName Service, bool Called) : SloScope;

    /// <summary>All calls from some sites to others, as their callers see them.</summary>
    /// <param name="From">The keys of the sites that call.</param>
    /// <param name="To">The keys of the sites that answer.</param>
    /// <param name="Without">A namespace whose calls are nobody's: the probe's, which would thin out those that fail; null for none.</param>
    public sealed record OfEdge(ImmutableArray<string> From, ImmutableArray<string> To, string? Without) : SloScope;
}
