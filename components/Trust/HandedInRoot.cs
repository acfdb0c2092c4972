using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Trust;

/// <summary>A root of trust that somebody made elsewhere, with its key.</summary>
public sealed class HandedInRoot : IRootAuthority
{
    private readonly Output<string> privateKeyPem;

    /// <param name="path">Where the settings have it, for what is said of a key that is another's.</param>
    /// <param name="certificate">Its certificate.</param>
    /// <param name="privateKeyPem">Its key in PEM, a secret; one that does not belong to the certificate stops the program.</param>
    public HandedInRoot(string path, PublicCertificate certificate, Output<string> privateKeyPem)
    {
        CertificatePem = Output.Create(certificate.ToString());
        this.privateKeyPem = privateKeyPem.Apply(pem => certificate.Fits(pem) != false
            ? pem
            : throw new RunException($"{path}.secret: holds a key that is not the one of {path}.certificate; set the key that belongs to it with pulumi config set --secret"));
    }

    public Output<string> CertificatePem { get; }

    public Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options) =>
        LocalSignature.Of(name, request, privateKeyPem, CertificatePem, options);
}
