namespace CrossCloudMesh.Values.Mesh;

/// <summary>What the service's own proxy lets in.</summary>
public sealed record ServerForm
{
    /// <summary>Whether a caller without a certificate of the mesh is refused: mutual TLS and nothing else.</summary>
    public required bool RequiresClientCertificate { get; init; }

    /// <summary>Who may call, as <c>spiffe://</c> identities, to the letter; empty is nobody, null is everybody.</summary>
    public required Ordered<string>? Callers { get; init; }

    /// <summary>How much is let in at once.</summary>
    public required CapsForm Caps { get; init; }
}

/// <summary>How much may be under way at once; null is without limit.</summary>
public sealed record CapsForm
{
    /// <summary>No limit at all.</summary>
    public static CapsForm None { get; } = new();

    /// <summary>Connections, of HTTP/1.1.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>Requests that wait for a connection, of HTTP/1.1.</summary>
    public int? MaxPendingRequests { get; init; }

    /// <summary>Requests, of HTTP/2 and gRPC.</summary>
    public int? MaxRequests { get; init; }
}
