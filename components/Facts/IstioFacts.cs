namespace CrossCloudMesh.Facts;

/// <summary>What Istio documents about the places that it is installed into.</summary>
public static class IstioFacts
{
    /// <summary>The namespace of its control plane.</summary>
    public const string Namespace = "istio-system";

    /// <summary>The label by which a namespace tells its cluster's network; it must be there before the control plane.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/setup/install/multicluster/multi-primary_multi-network/, read 2026-11-20.</remarks>
    public const string NetworkLabel = "topology.istio.io/network";

    /// <summary>The priority class of its node agents, which GKE admits only where a quota says so.</summary>
    /// <remarks><see cref="GkeSource"/>.</remarks>
    public const string NodeAgentPriorityClass = "system-node-critical";

    /// <summary>How many pods of that class the quota admits: more than a cluster has nodes. <see cref="GkeSource"/>.</summary>
    public const int CriticalPods = 1000;

    /// <summary>Where the quota, and its size, are from.</summary>
    public static Source GkeSource { get; } = new("https://istio.io/latest/docs/ops/ambient/install/platform-prerequisites/", new(2026, 11, 21));
}
