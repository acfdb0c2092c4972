using System.Collections.Immutable;
using System.Globalization;

namespace CrossCloudMesh.Values;

/// <summary>The edges at which proxies count how long calls took. A share of calls is exact at an edge, and a guess between two.</summary>
/// <remarks>
/// Istio takes the edges from an annotation of the pod, and from nothing else; its own ones have neither 46 nor 80. Whoever installs the mesh has
/// the injector put <see cref="Annotation"/> with <see cref="Value"/> on every pod that gets a proxy; a proxy reads it when it starts.
/// Source: https://istio.io/latest/docs/reference/config/annotations/#SidecarStatsHistogramBuckets; pkg/bootstrap/config.go and
/// pkg/kube/inject/webhook.go of https://github.com/istio/istio at 86c9f01fd735, read 2026-11-21.
/// </remarks>
public sealed record LatencyBuckets
{
    /// <summary>The annotation of a pod that Istio reads the edges from.</summary>
    public const string Annotation = "sidecar.istio.io/statsHistogramBuckets";

    /// <summary>The beginning of the names of Istio's own metrics inside the proxy.</summary>
    private const string Metrics = "istiocustom";

    /// <summary>In milliseconds, ascending: the usual ones, with 46 and 80 of the goals of the reference scenario.</summary>
    public static ImmutableArray<int> Usual { get; } =
        [1, 2, 5, 10, 15, 20, 25, 30, 40, 46, 50, 60, 80, 100, 150, 200, 250, 500, 1000, 2500, 5000, 10_000, 30_000];

    /// <summary>The edges in milliseconds, ascending.</summary>
    public required ImmutableArray<int> Edges { get; init; }

    /// <summary>The value of the annotation: JSON.</summary>
    public string Value => $"{{\"{Metrics}\":[{string.Join(',', Edges.Select(edge => edge.ToString(CultureInfo.InvariantCulture)))}]}}";

    /// <summary>The edge below and the edge above; null where there is none.</summary>
    public (int? Below, int? Above) Around(int milliseconds) =>
        (Edges.Where(edge => edge < milliseconds).Select(edge => (int?)edge).LastOrDefault(), Edges.Where(edge => edge > milliseconds).Select(edge => (int?)edge).FirstOrDefault());
}
