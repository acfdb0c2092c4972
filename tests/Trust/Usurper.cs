using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>Whoever got hold of the key of a site, and tries to be an authority of their own with it.</summary>
internal static class Usurper
{
    /// <summary>A leaf, the authority that signed it, and the site's, which signed that.</summary>
    public static string Presents(string sitePem, string siteKeyPem)
    {
        using var site = X509Certificate2.CreateFromPem(sitePem, siteKeyPem);
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = Signed("CN=usurper", ownKey, isAuthority: true, site).CopyWithPrivateKey(ownKey);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Signed("CN=victim", leafKey, isAuthority: false, own);
        return $"{leaf.ExportCertificatePem()}\n{own.ExportCertificatePem()}\n{sitePem}";
    }

    private static X509Certificate2 Signed(string subject, ECDsa key, bool isAuthority, X509Certificate2 issuer)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request.Create(issuer, new DateTimeOffset(issuer.NotBefore), new DateTimeOffset(issuer.NotAfter), [1, 2, 3, 4]);
    }
}
