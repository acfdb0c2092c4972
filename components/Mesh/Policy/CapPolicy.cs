namespace CrossCloudMesh.Mesh.Policy;

/// <summary>How much the service's own proxy lets in at once; what is more is refused with 503.</summary>
/// <remarks>
/// The caps are those of one pod, counted where all callers meet. Caps at the caller could not be the same everywhere: App Mesh has none.
/// The defaults are Envoy's own for any cluster.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/circuit_breaker.proto, read 2026-11-20.
/// </remarks>
public sealed record CapPolicy
{
    public const int Usual = 1024;

    /// <summary>Connections, where it speaks HTTP/1.1.</summary>
    public int MaxConnections { get; init; } = Usual;

    /// <summary>Requests that wait for a connection, where it speaks HTTP/1.1.</summary>
    public int MaxPendingRequests { get; init; } = Usual;

    /// <summary>Requests, where it speaks HTTP/2 or gRPC.</summary>
    public int MaxRequests { get; init; } = Usual;
}
