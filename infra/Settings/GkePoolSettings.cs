using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A node pool that spans zones of the site.</summary>
/// <remarks>A change of <c>maxPodsPerNode</c>, <c>spot</c>, <c>confidential</c> or <c>gpu</c> makes another pool beside the old one.</remarks>
public sealed record GkePoolSettings
{
    [Description("The Compute Engine machine type, which decides the processor's architecture too.")]
    public required MachineType MachineType { get; init; }

    [Description("The processor architecture that the machine type must have. Left out: whichever it has.")]
    public Architecture? Architecture { get; init; }

    [Description("The zones of the site in which it runs. Left out: all.")]
    [MinLength(1)]
    public ImmutableArray<GoogleZone>? Zones { get; init; }

    [Description("The fewest nodes in each zone. Either this with maxNodesPerZone, or minNodes with maxNodes.")]
    [Range(0, 1000)]
    public int? MinNodesPerZone { get; init; }

    [Description("The most nodes in each zone.")]
    [Range(1, 1000)]
    public int? MaxNodesPerZone { get; init; }

    [Description("The fewest nodes in all zones together.")]
    [Range(0, 15000)]
    public int? MinNodes { get; init; }

    [Description("The most nodes in all zones together.")]
    [Range(1, 15000)]
    public int? MaxNodes { get; init; }

    [Description("The most pods on a node, which decides how many addresses each node takes of the pod range: twice as many, as a power of two. "
        + "Another number is another pool.")]
    [Range(8, 256)]
    public int MaxPodsPerNode { get; init; } = PodFacts.GkePodsPerNode;

    [Description("The size of each node's boot disk, in GiB.")]
    [Range(20, 65536)]
    public required int DiskGibibytes { get; init; }

    [Description("The type of the boot disk. Left out: pdBalanced, or hyperdiskBalanced for machines that take no other.")]
    public NodeDisk? DiskType { get; init; }

    [Description("The operating system of nodes. Left out: cos, which is Google's own and has nothing that containers do not need.")]
    public GkeImage Image { get; init; }

    [Description("Whether nodes cost less and may go at any time. A change is another pool.")]
    public bool Spot { get; init; }

    [Description("The technology of the processor that encrypts memory. Left out: none. A change is another pool.")]
    public ConfidentialTechnology? Confidential { get; init; }

    [Description("Graphics processors of each node, whose driver Google installs. A change is another pool.")]
    public GpuSettings? Gpu { get; init; }

    [Description("Kubernetes labels of every node.")]
    [Keys<NodeLabelKey>, MaxLength(50)]
    public ImmutableSortedDictionary<string, NodeLabelValue> Labels { get; init; } =
        ImmutableSortedDictionary.Create<string, NodeLabelValue>(StringComparer.Ordinal);

    [Description("What keeps pods off the nodes that do not tolerate it. Google adds its own to nodes with graphics processors, and to arm64 ones.")]
    [MaxLength(50)]
    public ImmutableArray<GkeTaintSettings> Taints { get; init; } = [];

    [Description("How nodes are exchanged for newer ones. Left out: one comes before one goes.")]
    public GkePoolUpgradeSettings Upgrade { get; init; } = new SurgeUpgrade();

    /// <summary>The most nodes of the pool in all its zones.</summary>
    /// <param name="siteZones">How many zones the site has.</param>
    internal int MostNodes(int siteZones) => MaxNodes ?? ((MaxNodesPerZone ?? 0) * (Zones?.Length ?? siteZones));

    /// <summary>The same while it is upgraded, where that takes a second pool.</summary>
    internal int MostNodesInUpgrade(int siteZones) => MostNodes(siteZones) * (Upgrade is BlueGreenUpgrade ? 2 : 1);
}

/// <summary>Graphics processors of a node.</summary>
public sealed record GpuSettings
{
    [Description("Their type, which the machine type must take.")]
    public required AcceleratorType Type { get; init; }

    [Description("How many a node has.")]
    [AllowedValues(1, 2, 4, 8, 16)]
    public required int Count { get; init; }
}

/// <summary>What keeps pods off a node.</summary>
public sealed record GkeTaintSettings
{
    [Description("The taint's key.")]
    public required NodeLabelKey Key { get; init; }

    [Description("Its value.")]
    public required NodeLabelValue Value { get; init; }

    [Description("What happens to pods that do not tolerate it.")]
    public required GkeTaintEffect Effect { get; init; }
}

/// <summary>How the nodes of a pool are exchanged for newer ones. The key <c>by</c> says how.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(SurgeUpgrade), "surge")]
[JsonDerivedType(typeof(BlueGreenUpgrade), "blueGreen")]
public abstract record GkePoolUpgradeSettings;

/// <summary>A few at a time.</summary>
public sealed record SurgeUpgrade : GkePoolUpgradeSettings
{
    [Description("How many nodes come before others go.")]
    [Range(0, 20)]
    public int MaxSurge { get; init; } = 1;

    [Description("How many nodes go before others come.")]
    [Range(0, 20)]
    public int MaxUnavailable { get; init; }
}

/// <summary>By a whole second pool, which needs addresses for as many nodes again.</summary>
public sealed record BlueGreenUpgrade : GkePoolUpgradeSettings
{
    [Description("How much of the old pool is drained at a time, in percent.")]
    [Range(1, 100)]
    public required int BatchPercent { get; init; }

    [Description("How long to wait after each batch, in minutes, up to 7 days.")]
    [Range(0, 10080)]
    public required int BatchSoakMinutes { get; init; }

    [Description("How long the old pool stays after the last batch, in minutes, up to 7 days.")]
    [Range(0, 10080)]
    public required int PoolSoakMinutes { get; init; }
}

/// <summary>What happens to pods that do not tolerate a taint.</summary>
public enum GkeTaintEffect
{
    NoSchedule,
    PreferNoSchedule,
    NoExecute,
}

/// <summary>The operating system of a GKE node.</summary>
public enum GkeImage
{
    Cos,
    Ubuntu,
}

/// <summary>The type of a node's boot disk.</summary>
public enum NodeDisk
{
    PdBalanced,
    PdSsd,
    PdStandard,
    HyperdiskBalanced,
}

/// <summary>A technology that encrypts a node's memory.</summary>
public enum ConfidentialTechnology
{
    Sev,
    SevSnp,
    Tdx,
}
