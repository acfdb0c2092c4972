using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>How every backend is called for which nothing else is said.</summary>
public sealed class BackendDefaultsArgs : ResourceArgs
{
    [Input("clientPolicy", required: true)]
    public Input<ClientPolicyArgs> ClientPolicy { get; set; } = null!;
}

/// <summary>How a caller proves who it is, and whom it takes for the service.</summary>
public sealed class ClientPolicyArgs : ResourceArgs
{
    [Input("tls", required: true)]
    public Input<ClientTlsArgs> Tls { get; set; } = null!;
}

/// <summary>TLS from the caller.</summary>
public sealed class ClientTlsArgs : ResourceArgs
{
    /// <summary>Whether it calls with TLS alone.</summary>
    [Input("enforce", required: true)]
    public Input<bool> Enforce { get; set; } = null!;

    /// <summary>What it presents; nothing where nothing is said.</summary>
    [Input("certificate")]
    public Input<CertificateArgs>? Certificate { get; set; }

    /// <summary>Whom it takes for the service.</summary>
    [Input("validation", required: true)]
    public Input<ValidationArgs> Validation { get; set; } = null!;
}
