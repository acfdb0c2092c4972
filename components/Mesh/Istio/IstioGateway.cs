using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What the proxies of a gateway listen for.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/gateway/, read 2026-11-20.</remarks>
public sealed class IstioGateway(string name, IstioGatewayArgs args, CustomResourceOptions? options = null)
    : CustomResource(name, args, options);

/// <summary>An <see cref="IstioGateway"/> as it is asked for.</summary>
public sealed class IstioGatewayArgs() : CustomResourceArgs("networking.istio.io/v1", "Gateway")
{
    [Input("spec", required: true)]
    public Input<IstioGatewaySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Which proxies, and what for.</summary>
public sealed class IstioGatewaySpecArgs : ResourceArgs
{
    /// <summary>The labels of the gateway's pods.</summary>
    [Input("selector", required: true)]
    public InputMap<string> Selector { get; set; } = new();

    [Input("servers", required: true)]
    public InputList<IstioServerArgs> Servers { get; set; } = new();
}

/// <summary>One port.</summary>
public sealed class IstioServerArgs : ResourceArgs
{
    [Input("port", required: true)]
    public Input<IstioPortArgs> Port { get; set; } = null!;

    [Input("tls", required: true)]
    public Input<IstioServerTlsArgs> Tls { get; set; } = null!;

    /// <summary>The names that callers may ask for, with a <c>*</c> in front for all below.</summary>
    [Input("hosts", required: true)]
    public InputList<string> Hosts { get; set; } = new();
}

/// <summary>A port by number and protocol.</summary>
public sealed class IstioPortArgs : ResourceArgs
{
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;
}

/// <summary>Who ends the encryption.</summary>
public sealed class IstioServerTlsArgs : ResourceArgs
{
    /// <summary>
    /// <c>AUTO_PASSTHROUGH</c>: the callee does, and its name is in what the caller sends first. <c>MUTUAL</c>: the gateway does, and the
    /// caller must have a certificate.
    /// </summary>
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;

    /// <summary>The secret of what the gateway presents and whom it trusts, in its own namespace.</summary>
    [Input("credentialName")]
    public Input<string>? CredentialName { get; set; }

    /// <summary>Of those whom it trusts, the identities that may come in, to the letter; all where nothing is said.</summary>
    [Input("subjectAltNames")]
    public InputList<string>? SubjectAltNames { get; set; }
}
