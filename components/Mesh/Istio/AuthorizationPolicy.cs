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

/// <summary>For some workloads of a namespace; without a selector, for all of the namespace, or of the mesh.</summary>
public sealed class AuthorizationPolicySpecArgs : ResourceArgs
{
    [Input("selector")]
    public Input<PodSelectorArgs>? Selector { get; set; }

    /// <summary><c>ALLOW</c>, <c>DENY</c>, <c>AUDIT</c> or <c>CUSTOM</c>; <c>ALLOW</c> where nothing is said.</summary>
    [Input("action")]
    public Input<string>? Action { get; set; }

    [Input("rules")]
    public InputList<AuthorizationRuleArgs>? Rules { get; set; }
}

/// <summary>Pods by their labels.</summary>
public sealed class PodSelectorArgs : ResourceArgs
{
    [Input("matchLabels", required: true)]
    public InputMap<string> MatchLabels { get; set; } = new();
}

/// <summary>One way to be let in: from one of these, to one of those.</summary>
public sealed class AuthorizationRuleArgs : ResourceArgs
{
    [Input("from", required: true)]
    public InputList<AuthorizationFromArgs> From { get; set; } = new();

    [Input("to", required: true)]
    public InputList<AuthorizationToArgs> To { get; set; } = new();
}

/// <summary>Where calls come from.</summary>
public sealed class AuthorizationFromArgs : ResourceArgs
{
    [Input("source", required: true)]
    public Input<AuthorizationSourceArgs> Source { get; set; } = null!;
}

/// <summary>Callers.</summary>
public sealed class AuthorizationSourceArgs : ResourceArgs
{
    /// <summary>Identities, to the letter, without <c>spiffe://</c>.</summary>
    [Input("principals", required: true)]
    public InputList<string> Principals { get; set; } = new();
}

/// <summary>Where calls go.</summary>
public sealed class AuthorizationToArgs : ResourceArgs
{
    [Input("operation", required: true)]
    public Input<AuthorizationOperationArgs> Operation { get; set; } = null!;
}

/// <summary>What is called.</summary>
public sealed class AuthorizationOperationArgs : ResourceArgs
{
    /// <summary>What callers ask for by name, to the letter; <c>name:*</c> with a port behind it. Everything where nothing is said.</summary>
    [Input("hosts")]
    public InputList<string>? Hosts { get; set; }

    /// <summary>Ports that the pods listen on, each as text.</summary>
    [Input("ports", required: true)]
    public InputList<string> Ports { get; set; } = new();
}
