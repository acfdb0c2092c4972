using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What becomes of a request to a service.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/, read 2026-11-20.</remarks>
public sealed class VirtualService(string name, VirtualServiceArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="VirtualService"/> as it is asked for.</summary>
public sealed class VirtualServiceArgs() : CustomResourceArgs("networking.istio.io/v1", "VirtualService")
{
    [Input("spec", required: true)]
    public Input<VirtualServiceSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which service, and what.</summary>
public sealed class VirtualServiceSpecArgs : ResourceArgs
{
    /// <summary>The names by which it is called, whole.</summary>
    [Input("hosts", required: true)]
    public InputList<string> Hosts { get; set; } = new();

    /// <summary>The gateways whose requests it is about, as <c>namespace/name</c>; those of the mesh's own proxies where nothing is said.</summary>
    [Input("gateways")]
    public InputList<string>? Gateways { get; set; }

    /// <summary>The routes, of which the first that fits counts.</summary>
    [Input("http", required: true)]
    public InputList<HttpRouteArgs> Http { get; set; } = new();
}

/// <summary>A route for every request.</summary>
public sealed class HttpRouteArgs : ResourceArgs
{
    [Input("route", required: true)]
    public InputList<RouteDestinationArgs> Route { get; set; } = new();

    /// <summary>How long a request may take with all its tries: <c>15s</c>; for ever where nothing is said.</summary>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }

    [Input("retries", required: true)]
    public Input<HttpRetryArgs> Retries { get; set; } = null!;

    /// <summary>What becomes of the request itself; nothing where nothing is said.</summary>
    [Input("rewrite")]
    public Input<HttpRewriteArgs>? Rewrite { get; set; }
}

/// <summary>What becomes of a request.</summary>
public sealed class HttpRewriteArgs : ResourceArgs
{
    /// <summary>The host that it asks for.</summary>
    [Input("authority", required: true)]
    public Input<string> Authority { get; set; } = null!;
}

/// <summary>Which pods answer, and how much of all requests.</summary>
public sealed class RouteDestinationArgs : ResourceArgs
{
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Of 100 in all; everything where nothing is said.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }
}

/// <summary>Pods.</summary>
public sealed class DestinationArgs : ResourceArgs
{
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    [Input("port", required: true)]
    public Input<PortSelectorArgs> Port { get; set; } = null!;

    /// <summary>A version that the <see cref="DestinationRule"/> names; every pod where nothing is said.</summary>
    [Input("subset")]
    public Input<string>? Subset { get; set; }
}

/// <summary>A port of a service.</summary>
public sealed class PortSelectorArgs : ResourceArgs
{
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;
}

/// <summary>How a failed request is tried again. With no attempt, nothing else may be said.</summary>
public sealed class HttpRetryArgs : ResourceArgs
{
    /// <summary>How often at most, the first try not counted.</summary>
    [Input("attempts", required: true)]
    public Input<int> Attempts { get; set; } = null!;

    /// <summary>How long one try may take: <c>250ms</c>.</summary>
    [Input("perTryTimeout")]
    public Input<string>? PerTryTimeout { get; set; }

    /// <summary>Answers by their codes and Envoy's words for the rest, by commas, without spaces.</summary>
    [Input("retryOn")]
    public Input<string>? RetryOn { get; set; }

    /// <summary>Whether a retry keeps off the pods that were tried before; it does where nothing is said.</summary>
    [Input("retryIgnorePreviousHosts")]
    public Input<bool>? RetryIgnorePreviousHosts { get; set; }
}
