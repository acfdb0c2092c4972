using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A pool of EKS nodes: one managed node group in each of its zones.</summary>
public sealed record EksPoolSettings
{
    [Description("EC2 instance types, the preferred one first; all of one processor architecture. For spot, at least two.")]
    [MinLength(1), MaxLength(20)]
    public required ImmutableArray<InstanceType> InstanceTypes { get; init; }

    [Description("The processor architecture of the instance types, for which the node image is chosen.")]
    public required Architecture Architecture { get; init; }

    [Description("The operating system of its nodes.")]
    public NodeImage Image { get; init; } = NodeImage.Al2023;

    [Description("Whether its nodes are bought on demand, or are spot instances that AWS may take back.")]
    public NodeCapacity Capacity { get; init; } = NodeCapacity.OnDemand;

    [Description("Whether its instance types have GPUs of NVIDIA, which need an image with their driver.")]
    public bool Gpu { get; init; }

    [Description("The fewest nodes in each zone.")]
    [Range(0, 1000)]
    public required int MinNodesPerZone { get; init; }

    [Description("The most nodes in each zone.")]
    [Range(1, 1000)]
    public required int MaxNodesPerZone { get; init; }

    [Description("The size of each node's data disk, in GiB.")]
    [Range(20, 16384)]
    public required int DiskGibibytes { get; init; }

    [Description("Zone ids, of the site's. Left out: all of them.")]
    [MinLength(1)]
    public ImmutableArray<AwsZoneId>? Zones { get; init; }

    [Description("Labels of its nodes.")]
    [Keys<NodeLabelKey>]
    public ImmutableSortedDictionary<string, NodeLabelValue> Labels { get; init; } = ImmutableSortedDictionary<string, NodeLabelValue>.Empty;

    [Description("Taints of its nodes by key: they keep away what does not tolerate them.")]
    [Keys<NodeLabelKey>]
    public ImmutableSortedDictionary<string, TaintSettings> Taints { get; init; } = ImmutableSortedDictionary<string, TaintSettings>.Empty;
}

/// <summary>What keeps pods off a node that do not tolerate it.</summary>
public sealed record TaintSettings
{
    [Description("Its value. Left out: empty.")]
    public NodeLabelValue Value { get; init; }

    [Description("What happens to pods that do not tolerate it. noSchedule: no new ones. noExecute: those that run go too. preferNoSchedule: none if it can be helped.")]
    public required TaintEffect Effect { get; init; }
}

/// <summary>What a taint does.</summary>
public enum TaintEffect
{
    NoSchedule,
    NoExecute,
    PreferNoSchedule,
}

/// <summary>The processor architecture of a node.</summary>
public enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X86,

    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
