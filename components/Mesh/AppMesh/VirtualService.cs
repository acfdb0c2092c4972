using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>The name by which pods call a service, and what answers there.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class VirtualService(string name, VirtualServiceArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="VirtualService"/> as it is asked for.</summary>
public sealed class VirtualServiceArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "VirtualService")
{
    [Input("spec", required: true)]
    public Input<VirtualServiceSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which name, and what answers.</summary>
public sealed class VirtualServiceSpecArgs : ResourceArgs
{
    /// <summary>The name by which it is called, whole.</summary>
    [Input("awsName", required: true)]
    public Input<string> AwsName { get; set; } = null!;

    /// <summary>What answers; nothing where nothing is said.</summary>
    [Input("provider")]
    public Input<ServiceProviderArgs>? Provider { get; set; }
}

/// <summary>A router or a node, one of them.</summary>
public sealed class ServiceProviderArgs : ResourceArgs
{
    [Input("virtualRouter")]
    public Input<RouterProviderArgs>? VirtualRouter { get; set; }

    [Input("virtualNode")]
    public Input<NodeProviderArgs>? VirtualNode { get; set; }
}

/// <summary>A router.</summary>
public sealed class RouterProviderArgs : ResourceArgs
{
    [Input("virtualRouterRef", required: true)]
    public Input<ReferenceArgs> VirtualRouterRef { get; set; } = null!;
}

/// <summary>A node, without a route of any kind.</summary>
public sealed class NodeProviderArgs : ResourceArgs
{
    [Input("virtualNodeRef", required: true)]
    public Input<ReferenceArgs> VirtualNodeRef { get; set; } = null!;
}
