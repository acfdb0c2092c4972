using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Which minor versions of Kubernetes each cloud offers, and until when at the standard price.</summary>
public static class KubernetesSupport
{
    private static readonly Source Eks = new("https://endoflife.date/amazon-eks", new DateOnly(2026, 11, 20));

    private static readonly Source Gke = new("https://endoflife.date/google-kubernetes-engine", new DateOnly(2026, 11, 20));

    /// <summary>All rows, by service and then by version, the oldest first.</summary>
    public static ImmutableArray<KubernetesRelease> Releases { get; } =
    [
        Row(KubernetesService.Eks, "1.34", new(2025, 10, 6), new(2026, 12, 2), Eks),
        Row(KubernetesService.Eks, "1.35", new(2026, 1, 28), new(2027, 3, 27), Eks),
        Row(KubernetesService.Eks, "1.36", new(2026, 6, 2), new(2027, 8, 2), Eks),
        Row(KubernetesService.Eks, "1.37", new(2026, 10, 2), null, Eks),
        Row(KubernetesService.Gke, "1.34", new(2025, 9, 30), new(2026, 10, 1), Gke),
        Row(KubernetesService.Gke, "1.35", new(2026, 2, 11), new(2027, 4, 11), Gke),
        Row(KubernetesService.Gke, "1.36", new(2026, 6, 9), new(2027, 8, 9), Gke),
        Row(KubernetesService.Gke, "1.37", null, null, Gke),
    ];

    /// <summary>The rows of one service, the oldest version first.</summary>
    public static IEnumerable<KubernetesRelease> Of(KubernetesService service) => Releases.Where(row => row.Service == service);

    private static KubernetesRelease Row(KubernetesService service, string version, DateOnly? releasedOn, DateOnly? standardSupportEndsOn, Source source) =>
        new(service, KubernetesVersion.Parse(version)!.Value, releasedOn, standardSupportEndsOn, source);
}

/// <summary>A minor version of Kubernetes as one cloud offers it.</summary>
/// <param name="Service">Who offers it.</param>
/// <param name="Version">The minor version.</param>
/// <param name="ReleasedOn">Since when; for GKE, in the Regular channel. Null where it is offered only in Rapid.</param>
/// <param name="StandardSupportEndsOn">The day on which standard support ends; null where that day was not yet published.</param>
/// <param name="Source">Where this was read.</param>
public sealed record KubernetesRelease(
    KubernetesService Service, KubernetesVersion Version, DateOnly? ReleasedOn, DateOnly? StandardSupportEndsOn, Source Source);

/// <summary>A managed Kubernetes.</summary>
public enum KubernetesService
{
    Eks,
    Gke,
}
