namespace CrossCloudMesh.Values.Mesh;

/// <summary>What a service speaks, inside the mutual TLS of the mesh.</summary>
public enum ServiceProtocol
{
    /// <summary>HTTP/1.1: one request at a time on a connection.</summary>
    Http,

    /// <summary>HTTP/2: many requests at once on a connection.</summary>
    Http2,

    /// <summary>gRPC, over HTTP/2.</summary>
    Grpc,
}
