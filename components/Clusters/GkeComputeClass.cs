using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Clusters;

/// <summary>A kind of nodes that pods ask for by <c>cloud.google.com/compute-class</c>, and that GKE makes when they do.</summary>
/// <remarks>Source: https://docs.cloud.google.com/kubernetes-engine/docs/reference/crds/computeclass, read 2026-11-21.</remarks>
public sealed record GkeComputeClass
{
    /// <summary>What to try, the first choice first; at least one.</summary>
    public required ImmutableArray<GkeComputePriority> Priorities { get; init; }

    /// <summary>Whether pods get a node of GKE's own choice where none of the priorities can be had; else they wait.</summary>
    public bool ElseAnyNode { get; init; }

    internal ComputeClassArgs Render(string key, Input<string> account, Input<string> disksKey) => new()
    {
        Metadata = new ObjectMetaArgs { Name = key },
        Spec = new ComputeClassSpecArgs
        {
            NodePoolAutoCreation = new ComputeClassAutoCreationArgs { Enabled = true },
            NodePoolConfig = new ComputeClassNodeConfigArgs { ImageType = "cos_containerd", ServiceAccount = account },
            Priorities = Priorities.Select(priority => priority.Render(disksKey)).ToArray(),
            WhenUnsatisfiable = ElseAnyNode ? "ScaleUpAnyway" : "DoNotScaleUp",
        },
    };
}

/// <summary>One choice of machines.</summary>
/// <param name="MachineFamily">A family of Compute Engine: <c>n4</c>.</param>
/// <param name="Spot">Whether nodes cost less and may go at any time.</param>
/// <param name="MinCores">The fewest processors of a node; null for any.</param>
public sealed record GkeComputePriority(string MachineFamily, bool Spot, int? MinCores)
{
    internal ComputeClassPriorityArgs Render(Input<string> disksKey)
    {
        var priority = new ComputeClassPriorityArgs
        {
            MachineFamily = MachineFamily,
            Spot = Spot,
            Storage = new ComputeClassStorageArgs { BootDiskKmsKey = disksKey },
        };
        if (MinCores is { } cores)
        {
            priority.MinCores = cores;
        }

        return priority;
    }
}
