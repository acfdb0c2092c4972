using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>A port of a virtual node, and what holds there.</summary>
public sealed class ListenerArgs : ResourceArgs
{
    [Input("portMapping", required: true)]
    public Input<PortMappingArgs> PortMapping { get; set; } = null!;

    [Input("tls")]
    public Input<ListenerTlsArgs>? Tls { get; set; }

    [Input("timeout")]
    public Input<ListenerTimeoutArgs>? Timeout { get; set; }

    [Input("connectionPool")]
    public Input<ConnectionPoolArgs>? ConnectionPool { get; set; }

    [Input("outlierDetection")]
    public Input<OutlierDetectionArgs>? OutlierDetection { get; set; }
}

/// <summary>How long a request to it may take: by its protocol, one of them.</summary>
public sealed class ListenerTimeoutArgs : ResourceArgs
{
    [Input("http")]
    public Input<TimeoutArgs>? Http { get; set; }

    [Input("http2")]
    public Input<TimeoutArgs>? Http2 { get; set; }

    [Input("grpc")]
    public Input<TimeoutArgs>? Grpc { get; set; }
}

/// <summary>How long a request may take. Where nothing is said, 15 seconds, and 300 seconds without a byte.</summary>
public sealed class TimeoutArgs : ResourceArgs
{
    /// <summary>With all its tries.</summary>
    [Input("perRequest", required: true)]
    public Input<DurationArgs> PerRequest { get; set; } = null!;

    /// <summary>Without a byte.</summary>
    [Input("idle", required: true)]
    public Input<DurationArgs> Idle { get; set; } = null!;
}

/// <summary>How much it lets in at once: by its protocol, one of them.</summary>
public sealed class ConnectionPoolArgs : ResourceArgs
{
    [Input("http")]
    public Input<HttpPoolArgs>? Http { get; set; }

    [Input("http2")]
    public Input<RequestPoolArgs>? Http2 { get; set; }

    [Input("grpc")]
    public Input<RequestPoolArgs>? Grpc { get; set; }
}

/// <summary>Of HTTP/1.1.</summary>
public sealed class HttpPoolArgs : ResourceArgs
{
    /// <summary>1 or more.</summary>
    [Input("maxConnections", required: true)]
    public Input<int> MaxConnections { get; set; } = null!;

    /// <summary>1 or more, requests that wait for a connection.</summary>
    [Input("maxPendingRequests", required: true)]
    public Input<int> MaxPendingRequests { get; set; } = null!;
}

/// <summary>Of HTTP/2 and gRPC.</summary>
public sealed class RequestPoolArgs : ResourceArgs
{
    /// <summary>1 or more.</summary>
    [Input("maxRequests", required: true)]
    public Input<int> MaxRequests { get; set; } = null!;
}

/// <summary>When callers leave a pod out for a while.</summary>
public sealed class OutlierDetectionArgs : ResourceArgs
{
    /// <summary>After how many answers of 500 and above in a row, 1 or more.</summary>
    [Input("maxServerErrors", required: true)]
    public Input<int> MaxServerErrors { get; set; } = null!;

    /// <summary>How often pods are looked at.</summary>
    [Input("interval", required: true)]
    public Input<DurationArgs> Interval { get; set; } = null!;

    /// <summary>For how long at first.</summary>
    [Input("baseEjectionDuration", required: true)]
    public Input<DurationArgs> BaseEjectionDuration { get; set; } = null!;

    /// <summary>How many of all pods at most, 0 to 100; one at least.</summary>
    [Input("maxEjectionPercent", required: true)]
    public Input<int> MaxEjectionPercent { get; set; } = null!;
}
