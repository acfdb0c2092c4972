using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Tls;

namespace CrossCloudMesh.Trust;

/// <summary>How a root signs whose key is at hand.</summary>
internal static class LocalSignature
{
    public static Output<string> Of(
        string name, SiteRequest request, Input<string> privateKeyPem, Input<string> certificatePem, CustomResourceOptions options)
    {
        var hours = (int)request.Lifetime.TotalHours;
        return new LocallySignedCert(name, new()
        {
            CertRequestPem = request.RequestPem,
            CaPrivateKeyPem = privateKeyPem,
            CaCertPem = certificatePem,
            IsCaCertificate = true,
            AllowedUses = [.. CertificateFacts.AuthorityUses],
            ValidityPeriodHours = hours,
            EarlyRenewalHours = CertificateFacts.EarlyHours(hours),
        }, options).CertPem;
    }
}
