using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>How a failed request is tried again.</summary>
public sealed class HttpRetryPolicyArgs : ResourceArgs
{
    /// <summary>How often at most, the first try not counted; 0 is never.</summary>
    [Input("maxRetries", required: true)]
    public Input<int> MaxRetries { get; set; } = null!;

    /// <summary>How long one try may take.</summary>
    [Input("perRetryTimeout", required: true)]
    public Input<DurationArgs> PerRetryTimeout { get; set; } = null!;

    /// <summary>Some of <c>server-error</c>, <c>gateway-error</c>, <c>client-error</c>, <c>stream-error</c>.</summary>
    [Input("httpRetryEvents")]
    public InputList<string>? HttpRetryEvents { get; set; }

    /// <summary><c>connection-error</c>.</summary>
    [Input("tcpRetryEvents")]
    public InputList<string>? TcpRetryEvents { get; set; }
}

/// <summary>How a failed call is tried again.</summary>
public sealed class GrpcRetryPolicyArgs : ResourceArgs
{
    /// <summary>How often at most, the first try not counted; 0 is never.</summary>
    [Input("maxRetries", required: true)]
    public Input<int> MaxRetries { get; set; } = null!;

    /// <summary>How long one try may take.</summary>
    [Input("perRetryTimeout", required: true)]
    public Input<DurationArgs> PerRetryTimeout { get; set; } = null!;

    /// <summary>Some of <c>cancelled</c>, <c>deadline-exceeded</c>, <c>internal</c>, <c>resource-exhausted</c>, <c>unavailable</c>.</summary>
    [Input("grpcRetryEvents")]
    public InputList<string>? GrpcRetryEvents { get; set; }

    /// <summary>Some of <c>server-error</c>, <c>gateway-error</c>, <c>client-error</c>, <c>stream-error</c>.</summary>
    [Input("httpRetryEvents")]
    public InputList<string>? HttpRetryEvents { get; set; }

    /// <summary><c>connection-error</c>.</summary>
    [Input("tcpRetryEvents")]
    public InputList<string>? TcpRetryEvents { get; set; }
}
