using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>An EKS cluster.</summary>
public sealed record EksSettings
{
    [Description("The minor version of Kubernetes, in quotes. It goes up one minor at a time.")]
    public required KubernetesVersion KubernetesVersion { get; init; }

    [Description("Who may reach the cluster's API.")]
    public required ApiSettings Api { get; init; }

    [Description("Who brings nodes besides the node groups of pools. Left out: nobody.")]
    public EksComputeSettings Compute { get; init; } = new EksNodeGroupCompute();

    [Description("Node groups by name. They may be left out only where EKS brings nodes itself, with compute by autoMode.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, EksPoolSettings> Pools { get; init; } = ImmutableSortedDictionary<string, EksPoolSettings>.Empty;

    [Description("IAM roles or users that administer this cluster. Left out: those of cloud.operators.aws.")]
    [MinLength(1)]
    public ImmutableArray<AwsPrincipal>? Administrators { get; init; }
}

/// <summary>A managed node group that spans the site's zones.</summary>
public sealed record EksPoolSettings
{
    [Description("EC2 instance types, the preferred one first; all of one processor architecture.")]
    [MinLength(1), MaxLength(20)]
    public required ImmutableArray<InstanceType> InstanceTypes { get; init; }

    [Description("The processor architecture of the instance types, for which the node image is chosen.")]
    public required Architecture Architecture { get; init; }

    [Description("The fewest nodes, in all zones together.")]
    [Range(0, 1000)]
    public required int MinNodes { get; init; }

    [Description("The most nodes, in all zones together.")]
    [Range(1, 1000)]
    public required int MaxNodes { get; init; }

    [Description("The size of each node's data disk, in GiB.")]
    [Range(20, 16384)]
    public required int DiskGibibytes { get; init; }
}

/// <summary>The processor architecture of a node.</summary>
public enum Architecture
{
    [JsonStringEnumMemberName("x86_64")]
    X86,

    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
