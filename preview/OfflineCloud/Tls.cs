using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Keys and certificates, real ones: what the provider would make, from keys that follow from names, at a time that stands still.</summary>
internal static class Tls
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["tls:index/privateKey:PrivateKey"] = PrivateKey;
        makers["tls:index/certRequest:CertRequest"] = CertRequest;
        makers["tls:index/selfSignedCert:SelfSignedCert"] = SelfSignedCert;
        makers["tls:index/locallySignedCert:LocallySignedCert"] = LocallySignedCert;
    }

    private static void PrivateKey(Draft d)
    {
        if (d.Text("algorithm") is not "ECDSA" and var algorithm)
        {
            throw new InvalidOperationException($"the offline cloud makes keys of ECDSA; got {algorithm}");
        }

        var key = OfflineKey.Of(d.Urn, d.Text("ecdsaCurve") ?? "P224");
        d.Id = Digest.Hex(d.Urn, 40);
        d["privateKeyPem"] = key.PrivatePem;
        d["privateKeyPemPkcs8"] = key.PrivatePkcs8Pem;
        d["publicKeyPem"] = key.PublicPem;
        d.SecretOutputs.UnionWith(["privateKeyPem", "privateKeyPemPkcs8"]);
    }

    private static void CertRequest(Draft d)
    {
        var key = KeyOf(d, "privateKeyPem");
        var request = new CertificateRequest(OfflineCertificate.SubjectOf(d.Inputs), key.Public, key.Hash);
        if (OfflineCertificate.NamesOf(d.Inputs) is { } names)
        {
            request.CertificateExtensions.Add(names);
        }

        d["certRequestPem"] = PemEncoding.WriteString("CERTIFICATE REQUEST", request.CreateSigningRequest(key.Generator)) + "\n";
        d["keyAlgorithm"] = "ECDSA";
        d.Id = Digest.Hex(d.Urn, 40);
    }

    private static void SelfSignedCert(Draft d)
    {
        var key = KeyOf(d, "privateKeyPem");
        Hand(d, new OfflineCertificate
        {
            Subject = OfflineCertificate.SubjectOf(d.Inputs),
            Names = OfflineCertificate.NamesOf(d.Inputs),
            Key = key.Public,
            Terms = d.Inputs,
            Seed = d.Urn,
        }.Signed(issuer: null, key));
    }

    private static void LocallySignedCert(Draft d)
    {
        var request = OfflineCertificate.Request(d.Text("certRequestPem") ?? "");
        using var issuer = X509Certificate2.CreateFromPem(d.Text("caCertPem"));
        Hand(d, new OfflineCertificate
        {
            Subject = request.SubjectName,
            Names = request.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault(),
            Key = request.PublicKey,
            Terms = d.Inputs,
            Seed = d.Urn + d.Text("certRequestPem") + d.Text("caCertPem"),
        }.Signed(issuer, KeyOf(d, "caPrivateKeyPem")));
    }

    private static void Hand(Draft d, X509Certificate2 certificate)
    {
        using (certificate)
        {
            d.Id = new System.Numerics.BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
            d["certPem"] = certificate.ExportCertificatePem() + "\n";
            d["readyForRenewal"] = false;
            d["validityStartTime"] = Time(certificate.NotBefore);
            d["validityEndTime"] = Time(certificate.NotAfter);
        }
    }

    private static string Time(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The key of an input; a key that is a secret of the stack is not known here, and another stands in for it.</summary>
    private static OfflineKey KeyOf(Draft d, string input) =>
        d.Text(input) is { } pem ? OfflineKey.FromPem(pem) ?? OfflineKey.Of(pem, "P256") : OfflineKey.Of(d.Urn, "P256");
}
