using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Clusters;

/// <summary>A pool of GKE nodes.</summary>
public sealed record GkePool
{
    public required GkePoolCreation AtCreation { get; init; }

    /// <summary>A Compute Engine machine type, which decides the processor's architecture too: <c>e2-standard-2</c>.</summary>
    public required string MachineType { get; init; }

    public required GkePoolSize Size { get; init; }

    /// <summary>The zones in which nodes run.</summary>
    /// <remarks>Left out: those of the cluster.</remarks>
    public ImmutableArray<string> Zones { get; init; } = [];

    public required int DiskGibibytes { get; init; }

    /// <summary>The boot disk's type in Google's words.</summary>
    /// <remarks>Left out: <see cref="GkeMachineFacts.UsualDisk"/>.</remarks>
    public string? DiskType { get; init; }

    /// <summary>The image in Google's words.</summary>
    public string ImageType { get; init; } = "COS_CONTAINERD";

    public GkeUpgrade Upgrade { get; init; } = new GkeUpgrade.Surge(MaxSurge: 1, MaxUnavailable: 0);

    /// <summary>Kubernetes labels of every node.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What keeps pods away that do not tolerate it. GKE adds its own to nodes with accelerators and to arm64 ones.</summary>
    public ImmutableArray<GkeTaint> Taints { get; init; } = [];

    internal IEnumerable<Fault> Check(string path)
    {
        if (DiskType is { } disk && !disk.StartsWith("hyperdisk-", StringComparison.Ordinal) && GkeMachineFacts.UsualDisk(MachineType) != "pd-balanced")
        {
            yield return new($"{path}.diskType", $"must be a Hyperdisk with {MachineType}", disk, "leave it out");
        }

        if (AtCreation.Accelerator is { } accelerator && !GkeMachineFacts.AcceleratorsOf(MachineType).Contains(accelerator.Type))
        {
            yield return new($"{path}.atCreation.accelerator", $"must be one that {MachineType} takes", accelerator.Type, "change the machine type");
        }
    }
}

/// <summary>What the nodes of a pool are made with: a change of any of these is another pool, which comes up beside the old one.</summary>
public sealed record GkePoolCreation
{
    /// <summary>The most pods on a node, 8 to 256, which decides how many addresses each node takes of the pod range.</summary>
    public int MaxPodsPerNode { get; init; } = PodFacts.GkePodsPerNode;

    /// <summary>Whether nodes cost less and may go at any time.</summary>
    public bool Spot { get; init; }

    /// <summary>The technology that encrypts memory, in Google's word: <c>SEV</c>. Left out: none.</summary>
    public string? ConfidentialType { get; init; }

    public GkeAccelerator? Accelerator { get; init; }
}

/// <summary>How many nodes a pool has.</summary>
/// <param name="Min">The fewest.</param>
/// <param name="Max">The most.</param>
public abstract record GkePoolSize(int Min, int Max)
{
    /// <summary>In each zone.</summary>
    public sealed record PerZone(int Min, int Max) : GkePoolSize(Min, Max);

    /// <summary>In all zones together, wherever there is room.</summary>
    public sealed record Total(int Min, int Max) : GkePoolSize(Min, Max);
}

/// <summary>Graphics processors of a node, whose driver GKE installs.</summary>
/// <param name="Type">In Google's words: <c>nvidia-l4</c>.</param>
/// <param name="Count">How many a node has.</param>
public sealed record GkeAccelerator(string Type, int Count);

/// <summary>What keeps pods off a node.</summary>
/// <param name="Key">The taint's key.</param>
/// <param name="Value">Its value.</param>
/// <param name="Effect">In Google's words: <c>NO_SCHEDULE</c>, <c>PREFER_NO_SCHEDULE</c> or <c>NO_EXECUTE</c>.</param>
public sealed record GkeTaint(string Key, string Value, string Effect);

/// <summary>How the nodes of a pool are exchanged for newer ones. Either way, disruption budgets are kept for up to an hour.</summary>
public abstract record GkeUpgrade
{
    /// <summary>A few at a time.</summary>
    /// <param name="MaxSurge">How many nodes come before others go.</param>
    /// <param name="MaxUnavailable">How many go before others come.</param>
    public sealed record Surge(int MaxSurge, int MaxUnavailable) : GkeUpgrade;

    /// <summary>A whole second pool comes, takes over in batches, and can give back until the old one goes.</summary>
    /// <param name="BatchPercent">How much of the old pool is drained at a time, 1 to 100.</param>
    /// <param name="BatchSoak">How long to wait after each batch, at most 7 days.</param>
    /// <param name="PoolSoak">How long the old pool stays after the last batch, at most 7 days.</param>
    public sealed record BlueGreen(int BatchPercent, TimeSpan BatchSoak, TimeSpan PoolSoak) : GkeUpgrade;
}
