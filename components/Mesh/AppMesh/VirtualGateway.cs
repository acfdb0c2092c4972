using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Lets callers from outside the mesh in: pods of a proxy by itself.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class VirtualGateway(string name, VirtualGatewayArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="VirtualGateway"/> as it is asked for.</summary>
public sealed class VirtualGatewayArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "VirtualGateway")
{
    [Input("spec", required: true)]
    public Input<VirtualGatewaySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which pods, whose routes, and what they let in.</summary>
public sealed class VirtualGatewaySpecArgs : ResourceArgs
{
    /// <summary>In which namespaces its routes are.</summary>
    [Input("namespaceSelector", required: true)]
    public Input<SelectorArgs> NamespaceSelector { get; set; } = null!;

    /// <summary>Its pods, whose container must have the name <c>envoy</c>.</summary>
    [Input("podSelector", required: true)]
    public Input<SelectorArgs> PodSelector { get; set; } = null!;

    /// <summary>Which routes there are its own; all where nothing is said.</summary>
    [Input("gatewayRouteSelector")]
    public Input<SelectorArgs>? GatewayRouteSelector { get; set; }

    [Input("listeners", required: true)]
    public InputList<GatewayListenerArgs> Listeners { get; set; } = new();

    /// <summary>How it calls services.</summary>
    [Input("backendDefaults")]
    public Input<BackendDefaultsArgs>? BackendDefaults { get; set; }

    [Input("logging")]
    public Input<LoggingArgs>? Logging { get; set; }
}

/// <summary>A port of the gateway, and what holds there.</summary>
public sealed class GatewayListenerArgs : ResourceArgs
{
    [Input("portMapping", required: true)]
    public Input<PortMappingArgs> PortMapping { get; set; } = null!;

    [Input("tls")]
    public Input<ListenerTlsArgs>? Tls { get; set; }

    [Input("connectionPool")]
    public Input<ConnectionPoolArgs>? ConnectionPool { get; set; }
}
