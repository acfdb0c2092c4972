using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>A service that runs where no Istio is.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/service-entry/, read 2026-11-20.</remarks>
public sealed class ServiceEntry(string name, ServiceEntryArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="ServiceEntry"/> as it is asked for.</summary>
public sealed class ServiceEntryArgs() : CustomResourceArgs("networking.istio.io/v1", "ServiceEntry")
{
    [Input("spec", required: true)]
    public Input<ServiceEntrySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which service, and where it is.</summary>
public sealed class ServiceEntrySpecArgs : ResourceArgs
{
    /// <summary>The names by which routes lead to it.</summary>
    [Input("hosts", required: true)]
    public InputList<string> Hosts { get; set; } = new();

    [Input("ports", required: true)]
    public InputList<IstioPortArgs> Ports { get; set; } = new();

    /// <summary><c>MESH_EXTERNAL</c>: no proxy of Istio's stands before it.</summary>
    [Input("location", required: true)]
    public Input<string> Location { get; set; } = null!;

    /// <summary><c>DNS</c>: its endpoints are names. <c>STATIC</c>: they are addresses.</summary>
    [Input("resolution", required: true)]
    public Input<string> Resolution { get; set; } = null!;

    [Input("endpoints", required: true)]
    public InputList<ServiceEndpointArgs> Endpoints { get; set; } = new();
}

/// <summary>Where a service is.</summary>
public sealed class ServiceEndpointArgs : ResourceArgs
{
    /// <summary>A name of DNS, or an address.</summary>
    [Input("address", required: true)]
    public Input<string> Address { get; set; } = null!;

    /// <summary>What a <see cref="DestinationRule"/> tells versions apart by; none where all are alike.</summary>
    [Input("labels")]
    public InputMap<string>? Labels { get; set; }
}
