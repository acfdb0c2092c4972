using Pulumi;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>How much may be under way at once; what is left out is without limit.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings, read 2026-11-20.</remarks>
public sealed class ConnectionPoolArgs : ResourceArgs
{
    [Input("tcp")]
    public Input<TcpPoolArgs>? Tcp { get; set; }

    [Input("http")]
    public Input<HttpPoolArgs>? Http { get; set; }
}

/// <summary>Of connections.</summary>
public sealed class TcpPoolArgs : ResourceArgs
{
    [Input("maxConnections")]
    public Input<int>? MaxConnections { get; set; }

    /// <summary>How long one may take to come about: <c>10s</c>.</summary>
    [Input("connectTimeout")]
    public Input<string>? ConnectTimeout { get; set; }
}

/// <summary>Of requests.</summary>
public sealed class HttpPoolArgs : ResourceArgs
{
    /// <summary>Requests that wait for a connection.</summary>
    [Input("http1MaxPendingRequests")]
    public Input<int>? Http1MaxPendingRequests { get; set; }

    /// <summary>Requests under way.</summary>
    [Input("http2MaxRequests")]
    public Input<int>? Http2MaxRequests { get; set; }
}
