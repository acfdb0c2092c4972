using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Which versions of Karpenter work with which minor version of Kubernetes.</summary>
public static class KarpenterSupport
{
    /// <summary>Where the table is from. It ended with Kubernetes 1.36 when it was read.</summary>
    public static Source Source { get; } = new("https://karpenter.sh/docs/upgrading/compatibility/", new(2026, 11, 21))
    {
        NotRead = "the page itself: its source was, website/content/en/preview/upgrading/compatibility.md at commit 1d927085dd81",
    };

    /// <summary>The oldest version for each minor version of Kubernetes that is documented, the oldest first.</summary>
    public static ImmutableArray<KarpenterRelease> Oldest { get; } =
    [
        Row("1.34", "1.6.0"),
        Row("1.35", "1.9.0"),
        Row("1.36", "1.13.0"),
    ];

    private static KarpenterRelease Row(string kubernetes, string karpenter) =>
        new(KubernetesVersion.Parse(kubernetes)!.Value, Version.Parse(karpenter));
}

/// <summary>A minor version of Kubernetes, and the oldest Karpenter that works with it.</summary>
/// <param name="Kubernetes">The minor version.</param>
/// <param name="OldestKarpenter">Three numbers.</param>
public sealed record KarpenterRelease(KubernetesVersion Kubernetes, Version OldestKarpenter);
