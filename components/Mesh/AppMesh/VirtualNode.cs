using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Pods that are alike to the mesh, or a place outside it; what they let in, and what they call.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class VirtualNode(string name, VirtualNodeArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="VirtualNode"/> as it is asked for.</summary>
public sealed class VirtualNodeArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "VirtualNode")
{
    [Input("spec", required: true)]
    public Input<VirtualNodeSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which pods, and what of them.</summary>
public sealed class VirtualNodeSpecArgs : ResourceArgs
{
    /// <summary>Its pods; none where nothing is said.</summary>
    [Input("podSelector")]
    public Input<SelectorArgs>? PodSelector { get; set; }

    /// <summary>What it lets in; at most one per port.</summary>
    [Input("listeners")]
    public InputList<ListenerArgs>? Listeners { get; set; }

    /// <summary>Where callers find it. One that has a listener needs it.</summary>
    [Input("serviceDiscovery")]
    public Input<ServiceDiscoveryArgs>? ServiceDiscovery { get; set; }

    /// <summary>What it calls.</summary>
    [Input("backends")]
    public InputList<BackendArgs>? Backends { get; set; }

    [Input("logging")]
    public Input<LoggingArgs>? Logging { get; set; }
}

/// <summary>Where callers find its pods: by Cloud Map or by DNS, one of them.</summary>
public sealed class ServiceDiscoveryArgs : ResourceArgs
{
    [Input("awsCloudMap")]
    public Input<CloudMapDiscoveryArgs>? AwsCloudMap { get; set; }

    [Input("dns")]
    public Input<DnsDiscoveryArgs>? Dns { get; set; }
}

/// <summary>A service of Cloud Map, which the controller makes.</summary>
public sealed class CloudMapDiscoveryArgs : ResourceArgs
{
    /// <summary>The name of its namespace, which the controller does not make.</summary>
    [Input("namespaceName", required: true)]
    public Input<string> NamespaceName { get; set; } = null!;

    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;
}

/// <summary>A name of DNS.</summary>
public sealed class DnsDiscoveryArgs : ResourceArgs
{
    [Input("hostname", required: true)]
    public Input<string> Hostname { get; set; } = null!;

    /// <summary><c>LOADBALANCER</c>: one place, whatever addresses it has. <c>ENDPOINTS</c>: each address is a place of its own.</summary>
    [Input("responseType")]
    public Input<string>? ResponseType { get; set; }
}

/// <summary>A service that is called.</summary>
public sealed class BackendArgs : ResourceArgs
{
    [Input("virtualService", required: true)]
    public Input<VirtualServiceBackendArgs> VirtualService { get; set; } = null!;
}

/// <summary>Which, and how.</summary>
public sealed class VirtualServiceBackendArgs : ResourceArgs
{
    [Input("virtualServiceRef", required: true)]
    public Input<ReferenceArgs> VirtualServiceRef { get; set; } = null!;

    [Input("clientPolicy")]
    public Input<ClientPolicyArgs>? ClientPolicy { get; set; }
}
