using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Who brings nodes to an EKS cluster, and takes them away. The key <c>by</c> says who.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(EksNodeGroupCompute), "nodeGroups")]
[JsonDerivedType(typeof(EksAutoModeCompute), "autoMode")]
[JsonDerivedType(typeof(EksKarpenterCompute), "karpenter")]
public abstract record EksComputeSettings;

/// <summary>Nobody but the program: the groups of <c>pools</c> are all there is.</summary>
public sealed record EksNodeGroupCompute : EksComputeSettings;

/// <summary>EKS itself: it runs nodes, their disks, their network and load balancers. Groups of <c>pools</c> may stand beside.</summary>
public sealed record EksAutoModeCompute : EksComputeSettings
{
    [Description("The node pools that EKS brings along. generalPurpose: x86_64 on demand, for workloads. "
        + "system: x86_64 and arm64 on demand, only for what tolerates it, such as DNS.")]
    [MinLength(1)]
    public required ImmutableArray<EksAutoModePool> NodePools { get; init; }
}

/// <summary>Karpenter, which runs on a group of <c>pools</c>.</summary>
public sealed record EksKarpenterCompute : EksComputeSettings
{
    [Description("The version of Karpenter.")]
    public required PatchVersion Version { get; init; }

    [Description("Karpenter's node pools by name.")]
    [Keys<EntryKey>, MinLength(1)]
    public required ImmutableSortedDictionary<string, KarpenterPoolSettings> NodePools { get; init; }
}

/// <summary>Which nodes Karpenter may bring, and how many.</summary>
public sealed record KarpenterPoolSettings
{
    [Description("The processor architecture of its nodes.")]
    public required Architecture Architecture { get; init; }

    [Description("Whether its nodes are bought on demand, or are spot instances that AWS may take back.")]
    public required NodeCapacity Capacity { get; init; }

    [Description("Which categories of instance types it may choose from, such as m for general purpose.")]
    [MinLength(1)]
    public required ImmutableArray<InstanceCategory> InstanceCategories { get; init; }

    [Description("The most processors, in all its nodes together.")]
    [Range(1, 100000)]
    public required int CpuLimit { get; init; }

    [Description("The most memory, in all its nodes together, in GiB.")]
    [Range(1, 1000000)]
    public required int MemoryGibibytesLimit { get; init; }

    [Description("The operating system of its nodes.")]
    public required NodeImage Image { get; init; }

    [Description("The release of that operating system: v20260810 of al2023, v1.51.0 of bottlerocket.")]
    public required NodeImageVersion ImageVersion { get; init; }

    [Description("The size of each node's data disk, in GiB.")]
    [Range(20, 16384)]
    public required int DiskGibibytes { get; init; }

    [Description("Which part of its nodes Karpenter may take away at once, in percent.")]
    [Range(1, 100)]
    public int MaxDisruptedPercent { get; init; } = 10;
}

/// <summary>A node pool that comes with Auto Mode.</summary>
public enum EksAutoModePool
{
    GeneralPurpose,
    System,
}

/// <summary>How a node is bought.</summary>
public enum NodeCapacity
{
    OnDemand,
    Spot,
}

/// <summary>The operating system of a node.</summary>
public enum NodeImage
{
    Al2023,
    Bottlerocket,
}
