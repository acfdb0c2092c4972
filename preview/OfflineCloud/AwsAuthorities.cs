using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>AWS Private CA: an authority that stands already, whose key follows from its ARN here.</summary>
internal static class AwsAuthorities
{
    private const int DaysOfAuthority = 3650;
    private const string SubordinateTemplate = "template/SubordinateCACertificate_PathLen0/V1";

    public static void Fill(Dictionary<string, Maker> makers) => makers["aws:acmpca/certificate:Certificate"] = Certificate;

    private static void Certificate(Draft d)
    {
        var (arn, days) = (d.Text("certificateAuthorityArn") ?? "", DaysOf(d));
        var key = OfflineKey.Of(arn, "P384");
        var request = OfflineCertificate.Request(d.Text("certificateSigningRequest") ?? "");
        using var authority = new OfflineCertificate
        {
            Subject = new X500DistinguishedName($"CN={arn[(arn.LastIndexOf('/') + 1)..]}"),
            Names = null,
            Key = key.Public,
            Terms = Terms(DaysOfAuthority, "cert_signing", "crl_signing"),
            Seed = arn,
        }.Signed(issuer: null, key);
        // Of the template's own, nothing of the request is taken but subject and key.
        var isAuthority = d.Text("templateArn")?.EndsWith(SubordinateTemplate, StringComparison.Ordinal) == true;
        using var signed = new OfflineCertificate
        {
            Subject = request.SubjectName,
            Names = null,
            Key = request.PublicKey,
            Terms = isAuthority
                ? Terms(days, "digital_signature", "cert_signing", "crl_signing")
                : Terms(days, "digital_signature", "server_auth", "client_auth").SetItem("isCaCertificate", false),
            IsLastAuthority = isAuthority,
            Seed = d.Urn + d.Text("certificateSigningRequest") + arn,
        }.Signed(authority, key);
        d.Id = $"{arn}/certificate/{signed.SerialNumber.ToLowerInvariant()}";
        d["arn"] = d.Id;
        d["certificate"] = signed.ExportCertificatePem();
        d["certificateChain"] = authority.ExportCertificatePem();
    }

    private static ImmutableDictionary<string, object> Terms(double days, params ReadOnlySpan<object> uses) =>
        Draft.Map(("isCaCertificate", true), ("validityPeriodHours", days * 24), ("allowedUses", Draft.List(uses)));

    private static double DaysOf(Draft d) =>
        d.With("validity").GetValueOrDefault("value") is string text && double.TryParse(text, CultureInfo.InvariantCulture, out var days) ? days : 0;
}
