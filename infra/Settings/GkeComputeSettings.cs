using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Who brings nodes to a GKE cluster, and takes them away. The key <c>by</c> says who.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(GkePoolCompute), "nodePools")]
[JsonDerivedType(typeof(GkeAutoProvisioningCompute), "autoProvisioning")]
public abstract record GkeComputeSettings
{
    [Description("How eagerly nodes that are little used are given up. balanced: with some room kept for pods to come. "
        + "optimizeUtilization: sooner.")]
    public AutoscalingProfile Profile { get; init; }
}

/// <summary>The pools alone, each within its limits.</summary>
public sealed record GkePoolCompute : GkeComputeSettings;

/// <summary>Google makes pools besides, for pods that fit nowhere.</summary>
public sealed record GkeAutoProvisioningCompute : GkeComputeSettings
{
    [Description("How large the whole cluster may become, pools included. To choose autoProvisioning for a cluster that stands, or to leave it, "
        + "is to replace it: Google takes the key of such nodes' disks only at the start.")]
    public required ComputeLimits Limits { get; init; }
}

/// <summary>How large a cluster may become.</summary>
public sealed record ComputeLimits
{
    [Description("The most processors.")]
    [Range(1, 1000000)]
    public required int Cpus { get; init; }

    [Description("The most memory, in GiB.")]
    [Range(1, 10000000)]
    public required int MemoryGibibytes { get; init; }

    [Description("The most graphics processors by type, such as nvidia-l4. Of a type that is not here there are none.")]
    [Keys<AcceleratorType>, Range(1, 100000), MaxLength(20)]
    public ImmutableSortedDictionary<string, int> Gpus { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
}

/// <summary>A kind of nodes.</summary>
public sealed record ComputeClassSettings
{
    [Description("What to try, the first choice first.")]
    [MinLength(1), MaxLength(20)]
    public required ImmutableArray<ComputePrioritySettings> Priorities { get; init; }

    [Description("Where none of them can be had: wait leaves pods waiting, anyNode gives them a node of Google's own choice.")]
    public required Unsatisfiable WhenUnsatisfiable { get; init; }
}

/// <summary>One choice of machines.</summary>
public sealed record ComputePrioritySettings
{
    [Description("The family of machine types.")]
    public required MachineFamily MachineFamily { get; init; }

    [Description("Whether nodes cost less and may go at any time.")]
    public bool Spot { get; init; }

    [Description("The fewest processors of a node. Left out: any.")]
    [Range(1, 1000)]
    public int? MinCores { get; init; }
}

/// <summary>How eagerly a cluster gives up nodes.</summary>
public enum AutoscalingProfile
{
    Balanced,
    OptimizeUtilization,
}

/// <summary>What becomes of pods whose kind of nodes cannot be had.</summary>
public enum Unsatisfiable
{
    Wait,
    AnyNode,
}
