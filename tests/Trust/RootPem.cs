using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>A root that somebody made elsewhere.</summary>
internal sealed record RootPem(string Certificate, string Key)
{
    public static RootPem Make(
        bool isAuthority = true, int? pathLength = 1, string from = "2026-01-01", string to = "2036-01-01", string subject = "O=acme, CN=acme root")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, pathLength is not null, pathLength ?? 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var made = request.CreateSelfSigned(DateTimeOffset.Parse(from + "T00:00:00Z"), DateTimeOffset.Parse(to + "T00:00:00Z"));
        return new(made.ExportCertificatePem() + "\n", key.ExportECPrivateKeyPem() + "\n");
    }

    /// <summary>The certificate as a block of text of YAML, under a key that is indented by so many spaces.</summary>
    public static string Block(string pem, int indent) => "|\n" + string.Concat(pem.TrimEnd().Split('\n').Select(line => $"{new string(' ', indent + 2)}{line}\n"));
}
