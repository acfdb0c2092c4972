using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Whether workloads take what is not encrypted by mTLS.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/peer_authentication/, read 2026-11-20.</remarks>
public sealed class PeerAuthentication(string name, PeerAuthenticationArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>A <see cref="PeerAuthentication"/> as it is asked for.</summary>
public sealed class PeerAuthenticationArgs() : CustomResourceArgs("security.istio.io/v1", "PeerAuthentication")
{
    [Input("spec", required: true)]
    public Input<PeerAuthenticationSpecArgs> Spec { get; set; } = null!;
}

/// <summary>For all workloads of a namespace, or of the mesh.</summary>
public sealed class PeerAuthenticationSpecArgs : ResourceArgs
{
    [Input("mtls", required: true)]
    public Input<MutualTlsArgs> Mtls { get; set; } = null!;
}

/// <summary>How both ends prove who they are.</summary>
public sealed class MutualTlsArgs : ResourceArgs
{
    /// <summary><c>STRICT</c>, <c>PERMISSIVE</c>, <c>DISABLE</c> or <c>UNSET</c>.</summary>
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;
}
