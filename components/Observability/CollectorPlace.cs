namespace CrossCloudMesh.Observability;

/// <summary>Where a collector runs, as everything that it passes on is marked.</summary>
/// <remarks>
/// Written and not detected: a gateway would mark others' spans with its own node and zone, and pods on EKS do not reach the metadata of
/// their node. The names are OpenTelemetry's. Source: https://opentelemetry.io/docs/specs/semconv/resource/, read 2026-11-20.
/// </remarks>
public sealed record CollectorPlace
{
    /// <summary>The site's key, which is the cluster's name in the mesh too.</summary>
    public required string Site { get; init; }

    /// <summary><c>aws</c> or <c>gcp</c>.</summary>
    public required string Cloud { get; init; }

    /// <summary><c>aws_eks</c> or <c>gcp_kubernetes_engine</c>.</summary>
    public required string Platform { get; init; }

    public required string CloudRegion { get; init; }

    /// <summary>The stack: <c>prod</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Attribute to value.</summary>
    internal IEnumerable<(string Key, string Value)> Attributes =>
    [
        ("cloud.provider", Cloud),
        ("cloud.platform", Platform),
        ("cloud.region", CloudRegion),
        ("deployment.environment.name", Environment),
        ("k8s.cluster.name", Site),
    ];
}
