using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>What <see cref="Karpenter"/> needs.</summary>
public sealed record KarpenterArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The cluster's name in AWS, which names of what has a fixed name start with.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Karpenter's version, three numbers; its charts have the same.</summary>
    public required string Version { get; init; }

    /// <summary>A registry that holds charts and image; null for their own.</summary>
    public string? Mirror { get; init; }

    /// <summary>Whether AWS is reached through endpoints only.</summary>
    public required bool IsIsolated { get; init; }

    /// <summary>Private subnets for nodes.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The group that EKS puts around control plane and nodes.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The key that encrypts the nodes' disks.</summary>
    public required Input<string> DisksKeyArn { get; init; }

    /// <summary>Tags of instances, their disks and their network interfaces.</summary>
    public required ImmutableDictionary<string, string> Tags { get; init; }

    /// <summary>At least one pool, by a stable key that is its name in the cluster.</summary>
    public required ImmutableSortedDictionary<string, KarpenterMachines> Pools { get; init; }

    /// <summary>What must be there before its Service is made.</summary>
    public IReadOnlyList<Resource> WaitFor { get; init; } = [];

    internal IEnumerable<Fault> Check()
    {
        if (Pools.IsEmpty)
        {
            yield return new("pools", "must hold at least one pool", "none", "add one, or leave Karpenter out");
        }

        foreach (var (key, pool) in Pools)
        {
            if (pool.InstanceCategories.IsEmpty)
            {
                yield return new($"pools.{key}.instanceCategories", "must name at least one category", "none", "add one, such as m");
            }
        }
    }
}

/// <summary>The machines of one pool.</summary>
public sealed record KarpenterMachines
{
    public required NodeArchitecture Architecture { get; init; }

    public required EksCapacity Capacity { get; init; }

    /// <summary>The letters before the generation of instance types: <c>m</c>.</summary>
    public required ImmutableArray<string> InstanceCategories { get; init; }

    public required EksNodeImage Image { get; init; }

    /// <summary>The image's release: <c>v20260810</c> of Amazon Linux 2023, <c>v1.51.0</c> of Bottlerocket.</summary>
    public required string ImageVersion { get; init; }

    /// <summary>The size of each node's data volume, in GiB.</summary>
    public required int DiskGibibytes { get; init; }

    /// <summary>The most processors in all nodes together.</summary>
    public required int CpuLimit { get; init; }

    /// <summary>The most memory in all nodes together, in GiB.</summary>
    public required int MemoryGibibytesLimit { get; init; }

    /// <summary>Which part of the nodes may be taken away at once, in percent.</summary>
    public required int MaxDisruptedPercent { get; init; }
}
