using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Who may call workloads; one without a rule lets nobody.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/, read 2026-11-20.</remarks>
public sealed class AuthorizationPolicy(string name, AuthorizationPolicyArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>An <see cref="AuthorizationPolicy"/> as it is asked for.</summary>
public sealed class AuthorizationPolicyArgs() : CustomResourceArgs("security.istio.io/v1", "AuthorizationPolicy")
{
    [Input("spec", required: true)]
    public Input<AuthorizationPolicySpecArgs> Spec { get; set; } = null!;
}

/// <summary>For all workloads of a namespace, or of the mesh.</summary>
public sealed class AuthorizationPolicySpecArgs : ResourceArgs;
