using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What <see cref="EksCluster"/> needs.</summary>
public sealed record EksClusterArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The cluster's name in AWS, part of its identity: another name is another cluster.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The minor version: <c>1.36</c>.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Addresses of Kubernetes services; they cannot change later.</summary>
    public required Cidr Services { get; init; }

    /// <summary>Every address that a pod can have.</summary>
    public required ImmutableArray<Cidr> PodRanges { get; init; }

    /// <summary>Subnets in at least two zones for the control plane's interfaces.</summary>
    public required InputList<string> ControlPlaneSubnetIds { get; init; }

    /// <summary>Private subnets for nodes.</summary>
    public required InputList<string> NodeSubnetIds { get; init; }

    /// <summary>What a node needs of its network before it can join: the routes out, and nothing else of it.</summary>
    public required IReadOnlyList<Resource> WayOut { get; init; }

    public required ApiAccess ApiAccess { get; init; }

    /// <summary>From where the API is reached with <see cref="ApiAccess.Allowlist"/>.</summary>
    public required ImmutableArray<Cidr> OperatorRanges { get; init; }

    /// <summary>ARNs of users and roles with full rights, by a stable key; whoever runs the program gets none by that.</summary>
    public required ImmutableSortedDictionary<string, string> Administrators { get; init; }

    /// <summary>At least one pool, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, EksPool> Pools { get; init; }

    /// <summary>How long control-plane logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether engine and AWS both refuse to delete the cluster.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether what runs in the cluster counts as gone where its API cannot be reached: only while a stack is taken down.</summary>
    public bool Teardown { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Pools.Count == 0)
        {
            yield return new("pools", "must hold at least one pool", "none", "add one: DNS and the other add-ons need a node to run on");
        }

        if (ApiAccess == ApiAccess.Allowlist && OperatorRanges.Length == 0)
        {
            yield return new("operatorRanges", "must hold at least one range where the API is open to an allowlist", "none", "name one, or make the API private");
        }

        foreach (var range in OperatorRanges.Where(range => range.PrefixLength == 0))
        {
            yield return new("operatorRanges", "must not be every address", range.ToString(), "name the ranges that operators come from");
        }
    }
}

/// <summary>The architecture of a node's processor.</summary>
public enum NodeArchitecture
{
    X86,
    Arm64,
}

/// <summary>A pool of EKS nodes.</summary>
public sealed record EksPool
{
    public required NodeArchitecture Architecture { get; init; }

    /// <summary>Instance types of that architecture: <c>m7g.large</c>.</summary>
    public required ImmutableArray<string> InstanceTypes { get; init; }

    public required int MinNodes { get; init; }

    public required int MaxNodes { get; init; }

    public required int DiskGibibytes { get; init; }
}
