using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>How a listener proves who it is, and whom it lets in.</summary>
public sealed class ListenerTlsArgs : ResourceArgs
{
    /// <summary><c>STRICT</c>, <c>PERMISSIVE</c> or <c>DISABLED</c>.</summary>
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;

    [Input("certificate", required: true)]
    public Input<CertificateArgs> Certificate { get; set; } = null!;

    /// <summary>Whom it lets in. Without it, <c>STRICT</c> too asks no client for a certificate.</summary>
    [Input("validation")]
    public Input<ValidationArgs>? Validation { get; set; }
}

/// <summary>What it presents.</summary>
public sealed class CertificateArgs : ResourceArgs
{
    [Input("file", required: true)]
    public Input<FileCertificateArgs> File { get; set; } = null!;
}

/// <summary>A certificate and its key in the file system of the proxy, which reads them once.</summary>
public sealed class FileCertificateArgs : ResourceArgs
{
    /// <summary>The path of the certificate, and of what signed it, in PEM: 1 to 255 characters.</summary>
    [Input("certificateChain", required: true)]
    public Input<string> CertificateChain { get; set; } = null!;

    /// <summary>The path of its key.</summary>
    [Input("privateKey", required: true)]
    public Input<string> PrivateKey { get; set; } = null!;
}

/// <summary>What the other end must present.</summary>
public sealed class ValidationArgs : ResourceArgs
{
    [Input("trust", required: true)]
    public Input<TrustArgs> Trust { get; set; } = null!;

    /// <summary>Of which names its certificate must bear one. Without it a listener lets in every certificate of its trust.</summary>
    [Input("subjectAlternativeNames")]
    public Input<SubjectAlternativeNamesArgs>? SubjectAlternativeNames { get; set; }
}

/// <summary>Whose signature counts.</summary>
public sealed class TrustArgs : ResourceArgs
{
    [Input("file", required: true)]
    public Input<FileTrustArgs> File { get; set; } = null!;
}

/// <summary>Roots in the file system of the proxy.</summary>
public sealed class FileTrustArgs : ResourceArgs
{
    /// <summary>The path of their certificates in PEM: 1 to 255 characters.</summary>
    [Input("certificateChain", required: true)]
    public Input<string> CertificateChain { get; set; } = null!;
}

/// <summary>Names.</summary>
public sealed class SubjectAlternativeNamesArgs : ResourceArgs
{
    [Input("match", required: true)]
    public Input<NameMatchArgs> Match { get; set; } = null!;
}

/// <summary>Names, to the letter.</summary>
public sealed class NameMatchArgs : ResourceArgs
{
    /// <summary>Names of DNS and <c>spiffe://</c> identities.</summary>
    [Input("exact", required: true)]
    public InputList<string> Exact { get; set; } = new();
}
