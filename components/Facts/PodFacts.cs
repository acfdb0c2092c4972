namespace CrossCloudMesh.Facts;

/// <summary>How many pods a node may hold, which decides how many addresses it needs.</summary>
public static class PodFacts
{
    /// <summary>The most pods on an EKS node of up to 30 processors, under prefix delegation; larger nodes may hold 250.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html, read 2026-11-20.</remarks>
    public const int EksPodsPerNode = 110;

    /// <summary>The most pods on a GKE node of a Standard cluster, where nothing else is asked for.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr, read 2026-11-20.</remarks>
    public const int GkePodsPerNode = 110;
}
