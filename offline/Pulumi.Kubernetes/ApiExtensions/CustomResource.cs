using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>An object of a kind that a custom resource definition declares.</summary>
/// <param name="name">The resource's name in the program.</param>
/// <param name="args">Names kind and version; a derived class adds the kind's own properties.</param>
/// <param name="options">How the engine treats the resource.</param>
public class CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
    : KubernetesResource(args, name, options)
{
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;
}

/// <summary>What every custom object has; derive from it to say what a certain kind has besides.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    /// <param name="apiVersion">Group and version, e.g. <c>networking.istio.io/v1</c>.</param>
    /// <param name="kind">The kind, e.g. <c>Gateway</c>.</param>
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        ApiVersion = apiVersion;
        Kind = kind;
        Type = $"kubernetes:{apiVersion}:{kind}";
    }

    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    [Input("kind")]
    public Input<string> Kind { get; }

    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string Type { get; }
}
