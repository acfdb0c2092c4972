using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What becomes of a request to a service.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class VirtualRouter(string name, VirtualRouterArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="VirtualRouter"/> as it is asked for.</summary>
public sealed class VirtualRouterArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "VirtualRouter")
{
    [Input("spec", required: true)]
    public Input<VirtualRouterSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which ports, and what.</summary>
public sealed class VirtualRouterSpecArgs : ResourceArgs
{
    /// <summary>At least one.</summary>
    [Input("listeners", required: true)]
    public InputList<RouterListenerArgs> Listeners { get; set; } = new();

    [Input("routes", required: true)]
    public InputList<RouteArgs> Routes { get; set; } = new();
}

/// <summary>A port.</summary>
public sealed class RouterListenerArgs : ResourceArgs
{
    [Input("portMapping", required: true)]
    public Input<PortMappingArgs> PortMapping { get; set; } = null!;
}

/// <summary>A route: by the protocol, one of them.</summary>
public sealed class RouteArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("httpRoute")]
    public Input<HttpRouteArgs>? HttpRoute { get; set; }

    [Input("http2Route")]
    public Input<HttpRouteArgs>? Http2Route { get; set; }

    [Input("grpcRoute")]
    public Input<GrpcRouteArgs>? GrpcRoute { get; set; }
}

/// <summary>A route of HTTP/1.1 or HTTP/2.</summary>
public sealed class HttpRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    public Input<HttpRouteMatchArgs> Match { get; set; } = null!;

    [Input("action", required: true)]
    public Input<RouteActionArgs> Action { get; set; } = null!;

    [Input("timeout", required: true)]
    public Input<TimeoutArgs> Timeout { get; set; } = null!;

    /// <summary>Where nothing is said, most accounts retry twice.</summary>
    [Input("retryPolicy", required: true)]
    public Input<HttpRetryPolicyArgs> RetryPolicy { get; set; } = null!;
}

/// <summary>Which requests.</summary>
public sealed class HttpRouteMatchArgs : ResourceArgs
{
    /// <summary>How their paths begin: <c>/</c> is all.</summary>
    [Input("prefix", required: true)]
    public Input<string> Prefix { get; set; } = null!;
}

/// <summary>A route of gRPC.</summary>
public sealed class GrpcRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    public Input<GrpcRouteMatchArgs> Match { get; set; } = null!;

    [Input("action", required: true)]
    public Input<RouteActionArgs> Action { get; set; } = null!;

    [Input("timeout", required: true)]
    public Input<TimeoutArgs> Timeout { get; set; } = null!;

    /// <summary>Where nothing is said, most accounts retry twice.</summary>
    [Input("retryPolicy", required: true)]
    public Input<GrpcRetryPolicyArgs> RetryPolicy { get; set; } = null!;
}

/// <summary>Which calls; all where nothing is said.</summary>
public sealed class GrpcRouteMatchArgs : ResourceArgs
{
    /// <summary>The service of gRPC, whole.</summary>
    [Input("serviceName")]
    public Input<string>? ServiceName { get; set; }
}

/// <summary>Who answers.</summary>
public sealed class RouteActionArgs : ResourceArgs
{
    /// <summary>1 to 10.</summary>
    [Input("weightedTargets", required: true)]
    public InputList<WeightedTargetArgs> WeightedTargets { get; set; } = new();
}

/// <summary>A node, and how much of all requests.</summary>
public sealed class WeightedTargetArgs : ResourceArgs
{
    [Input("virtualNodeRef", required: true)]
    public Input<ReferenceArgs> VirtualNodeRef { get; set; } = null!;

    /// <summary>0 to 100, of the sum of all.</summary>
    [Input("weight", required: true)]
    public Input<int> Weight { get; set; } = null!;
}
