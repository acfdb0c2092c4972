using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What the proxies of some pods know of the mesh, and how much they let in.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/sidecar/, read 2026-11-20.</remarks>
public sealed class Sidecar(string name, SidecarArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="Sidecar"/> as it is asked for.</summary>
public sealed class SidecarArgs() : CustomResourceArgs("networking.istio.io/v1", "Sidecar")
{
    [Input("spec", required: true)]
    public Input<SidecarSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which pods, and what.</summary>
public sealed class SidecarSpecArgs : ResourceArgs
{
    [Input("workloadSelector", required: true)]
    public Input<WorkloadSelectorArgs> WorkloadSelector { get; set; } = null!;

    /// <summary>How much a pod lets in; it comes before what a <see cref="DestinationRule"/> says of connections.</summary>
    [Input("inboundConnectionPool", required: true)]
    public Input<ConnectionPoolArgs> InboundConnectionPool { get; set; } = null!;

    [Input("egress", required: true)]
    public InputList<SidecarEgressArgs> Egress { get; set; } = new();
}

/// <summary>Pods by their labels.</summary>
public sealed class WorkloadSelectorArgs : ResourceArgs
{
    [Input("labels", required: true)]
    public InputMap<string> Labels { get; set; } = new();
}

/// <summary>Which services they know.</summary>
public sealed class SidecarEgressArgs : ResourceArgs
{
    /// <summary>Namespace and name: <c>trading/payment.trading.svc.cluster.local</c>; <c>~/*</c> for none.</summary>
    [Input("hosts", required: true)]
    public InputList<string> Hosts { get; set; } = new();
}
