using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Which minor versions of Kubernetes each cloud offers, until when at the standard price, and until when at all.</summary>
/// <remarks>
/// A version of EKS that has left standard support is offered for twelve months more at a higher price, and then upgraded by force;
/// https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html, read 2026-11-21. On GKE only clusters of the extended channel
/// stay on one, for up to 24 months after it came to the Regular channel; others are upgraded;
/// https://cloud.google.com/kubernetes-engine/versioning, read 2026-11-21, which gives no days.
/// </remarks>
public static class KubernetesSupport
{
    /// <summary>The day on which the tables were as they stand here.</summary>
    public static DateOnly ReadOn { get; } = new(2026, 11, 20);

    private static readonly Source Eks = new("https://endoflife.date/amazon-eks", ReadOn)
    {
        NotRead = "when support of 1.37 ends, which AWS had not published",
    };

    private static readonly Source Gke = new("https://endoflife.date/google-kubernetes-engine", ReadOn)
    {
        NotRead = "the days on which extended support ends",
    };

    /// <summary>All rows, by service and then by version, the oldest first.</summary>
    public static ImmutableArray<KubernetesRelease> Releases { get; } =
    [
        OnEks("1.31", new(2024, 9, 26), new(2025, 11, 26), new(2026, 11, 26)),
        OnEks("1.32", new(2025, 1, 25), new(2026, 3, 23), new(2027, 3, 23)),
        OnEks("1.33", new(2025, 5, 28), new(2026, 7, 29), new(2027, 7, 29)),
        OnEks("1.34", new(2025, 10, 6), new(2026, 12, 2), new(2027, 12, 2)),
        OnEks("1.35", new(2026, 1, 28), new(2027, 3, 27), new(2028, 3, 27)),
        OnEks("1.36", new(2026, 6, 2), new(2027, 8, 2), new(2028, 8, 2)),
        OnEks("1.37", new(2026, 10, 2), null, null),
        OnGke("1.33", new(2025, 6, 3), new(2026, 8, 3)),
        OnGke("1.34", new(2025, 9, 30), new(2026, 10, 1)),
        OnGke("1.35", new(2026, 2, 11), new(2027, 4, 11)),
        OnGke("1.36", new(2026, 6, 9), new(2027, 8, 9)),
        OnGke("1.37", null, null),
    ];

    /// <summary>The rows of one service, the oldest version first.</summary>
    public static IEnumerable<KubernetesRelease> Of(KubernetesService service) => Releases.Where(row => row.Service == service);

    /// <summary>The row of a version, whatever patch and build are named after the minor one; null where there is none.</summary>
    public static KubernetesRelease? Find(KubernetesService service, string? version)
    {
        if (version?.Split('.') is not [var major, var minor, ..] || KubernetesVersion.Parse($"{major}.{minor.Split('-')[0]}") is not { } asked)
        {
            return null;
        }

        return Of(service).FirstOrDefault(row => row.Version == asked);
    }

    private static KubernetesRelease OnEks(string version, DateOnly? releasedOn, DateOnly? standardEndsOn, DateOnly? extendedEndsOn) =>
        new(KubernetesService.Eks, KubernetesVersion.Parse(version)!.Value, releasedOn, standardEndsOn, extendedEndsOn, Eks);

    private static KubernetesRelease OnGke(string version, DateOnly? releasedOn, DateOnly? standardEndsOn) =>
        new(KubernetesService.Gke, KubernetesVersion.Parse(version)!.Value, releasedOn, standardEndsOn, null, Gke);
}

/// <summary>A minor version of Kubernetes as one cloud offers it.</summary>
/// <param name="Service">Who offers it.</param>
/// <param name="Version">The minor version.</param>
/// <param name="ReleasedOn">Since when; for GKE, in the Regular channel. Null where it is offered only in Rapid.</param>
/// <param name="StandardSupportEndsOn">The day on which standard support ends; null where that day was not yet published.</param>
/// <param name="ExtendedSupportEndsOn">The day on which extended support ends; null where that day is not known.</param>
/// <param name="Source">Where this was read.</param>
public sealed record KubernetesRelease(
    KubernetesService Service,
    KubernetesVersion Version,
    DateOnly? ReleasedOn,
    DateOnly? StandardSupportEndsOn,
    DateOnly? ExtendedSupportEndsOn,
    Source Source)
{
    /// <summary>Whether the version is supported on a day; one whose end is not known is.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isExtended">Whether extended support counts as well.</param>
    public bool IsSupportedOn(DateOnly day, bool isExtended) => EndsOn(isExtended) is not { } end || day < end;

    /// <summary>The first day without support; null where it is not known.</summary>
    public DateOnly? EndsOn(bool isExtended) => isExtended ? ExtendedSupportEndsOn : StandardSupportEndsOn;
}

/// <summary>A managed Kubernetes.</summary>
public enum KubernetesService
{
    Eks,
    Gke,
}
