using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>A mesh of App Mesh, for the whole cluster.</summary>
/// <remarks>Source: config/crd/bases of https://github.com/aws/aws-app-mesh-controller-for-k8s, read 2026-11-20.</remarks>
public sealed class AwsMesh(string name, AwsMeshArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="AwsMesh"/> as it is asked for.</summary>
public sealed class AwsMeshArgs() : CustomResourceArgs("appmesh.k8s.aws/v1beta2", "Mesh")
{
    [Input("spec", required: true)]
    public Input<AwsMeshSpecArgs> Spec { get; set; } = null!;
}

/// <summary>What belongs to it, and what its pods may call.</summary>
public sealed class AwsMeshSpecArgs : ResourceArgs
{
    /// <summary>Its name in AWS; the name of the object where nothing is said.</summary>
    [Input("awsName")]
    public Input<string>? AwsName { get; set; }

    /// <summary>Whose objects belong to it: an empty selector is every namespace, none is no namespace.</summary>
    [Input("namespaceSelector")]
    public Input<SelectorArgs>? NamespaceSelector { get; set; }

    [Input("egressFilter", required: true)]
    public Input<EgressFilterArgs> EgressFilter { get; set; } = null!;
}

/// <summary>What pods may call besides their backends.</summary>
public sealed class EgressFilterArgs : ResourceArgs
{
    /// <summary><c>DROP_ALL</c>: nothing. <c>ALLOW_ALL</c>: everything, unproven and in plain text.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}
