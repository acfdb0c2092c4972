using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Which service answers a request to a gateway. It has neither timeout nor retries.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class GatewayRoute(string name, GatewayRouteArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="GatewayRoute"/> as it is asked for.</summary>
public sealed class GatewayRouteArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "GatewayRoute")
{
    [Input("spec", required: true)]
    public Input<GatewayRouteSpecArgs> Spec { get; set; } = null!;
}

/// <summary>By the protocol, one of them.</summary>
public sealed class GatewayRouteSpecArgs : ResourceArgs
{
    /// <summary>0 to 1000, the least first.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    [Input("httpRoute")]
    public Input<HttpGatewayRouteArgs>? HttpRoute { get; set; }

    [Input("http2Route")]
    public Input<HttpGatewayRouteArgs>? Http2Route { get; set; }

    [Input("grpcRoute")]
    public Input<GrpcGatewayRouteArgs>? GrpcRoute { get; set; }
}

/// <summary>A route of HTTP/1.1 or HTTP/2.</summary>
public sealed class HttpGatewayRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    public Input<HttpGatewayMatchArgs> Match { get; set; } = null!;

    [Input("action", required: true)]
    public Input<HttpGatewayActionArgs> Action { get; set; } = null!;
}

/// <summary>Which requests.</summary>
public sealed class HttpGatewayMatchArgs : ResourceArgs
{
    /// <summary>How their paths begin: <c>/</c> is all.</summary>
    [Input("prefix", required: true)]
    public Input<string> Prefix { get; set; } = null!;

    /// <summary>Of which hosts; of all where nothing is said.</summary>
    [Input("hostname")]
    public Input<HostnameMatchArgs>? Hostname { get; set; }
}

/// <summary>A route of gRPC.</summary>
public sealed class GrpcGatewayRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    public Input<GrpcGatewayMatchArgs> Match { get; set; } = null!;

    [Input("action", required: true)]
    public Input<GrpcGatewayActionArgs> Action { get; set; } = null!;
}

/// <summary>Which calls, by host or by service, one of them at least.</summary>
public sealed class GrpcGatewayMatchArgs : ResourceArgs
{
    [Input("hostname")]
    public Input<HostnameMatchArgs>? Hostname { get; set; }

    /// <summary>The service of gRPC, whole.</summary>
    [Input("serviceName")]
    public Input<string>? ServiceName { get; set; }
}

/// <summary>A host.</summary>
public sealed class HostnameMatchArgs : ResourceArgs
{
    /// <summary>To the letter.</summary>
    [Input("exact", required: true)]
    public Input<string> Exact { get; set; } = null!;
}

/// <summary>Who answers.</summary>
public sealed class HttpGatewayActionArgs : ResourceArgs
{
    [Input("target", required: true)]
    public Input<GatewayTargetArgs> Target { get; set; } = null!;

    /// <summary>What the gateway changes of the request.</summary>
    [Input("rewrite")]
    public Input<HttpGatewayRewriteArgs>? Rewrite { get; set; }
}

/// <summary>Who answers.</summary>
public sealed class GrpcGatewayActionArgs : ResourceArgs
{
    [Input("target", required: true)]
    public Input<GatewayTargetArgs> Target { get; set; } = null!;

    /// <summary>What the gateway changes of the call.</summary>
    [Input("rewrite")]
    public Input<GrpcGatewayRewriteArgs>? Rewrite { get; set; }
}

/// <summary>A service.</summary>
public sealed class GatewayTargetArgs : ResourceArgs
{
    [Input("virtualService", required: true)]
    public Input<GatewayServiceArgs> VirtualService { get; set; } = null!;
}

/// <summary>A service of the mesh.</summary>
public sealed class GatewayServiceArgs : ResourceArgs
{
    [Input("virtualServiceRef", required: true)]
    public Input<ReferenceArgs> VirtualServiceRef { get; set; } = null!;
}

/// <summary>What the gateway changes of a request.</summary>
public sealed class HttpGatewayRewriteArgs : ResourceArgs
{
    /// <summary>The host; to that of the service where nothing is said.</summary>
    [Input("hostname")]
    public Input<HostnameRewriteArgs>? Hostname { get; set; }

    /// <summary>How the path begins; the prefix becomes <c>/</c> where nothing is said.</summary>
    [Input("prefix")]
    public Input<PrefixRewriteArgs>? Prefix { get; set; }
}

/// <summary>What the gateway changes of a call.</summary>
public sealed class GrpcGatewayRewriteArgs : ResourceArgs
{
    /// <summary>The host; to that of the service where nothing is said.</summary>
    [Input("hostname", required: true)]
    public Input<HostnameRewriteArgs> Hostname { get; set; } = null!;
}

/// <summary>The host.</summary>
public sealed class HostnameRewriteArgs : ResourceArgs
{
    /// <summary><c>ENABLED</c>: it becomes that of the service. <c>DISABLED</c>: it stays.</summary>
    [Input("defaultTargetHostname", required: true)]
    public Input<string> DefaultTargetHostname { get; set; } = null!;
}

/// <summary>How the path begins.</summary>
public sealed class PrefixRewriteArgs : ResourceArgs
{
    /// <summary><c>ENABLED</c>: the prefix becomes <c>/</c>. <c>DISABLED</c>: it stays.</summary>
    [Input("defaultPrefix", required: true)]
    public Input<string> DefaultPrefix { get; set; } = null!;
}
