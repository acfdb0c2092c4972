using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Google's Certificate Authority Service: what its pools, templates and authorities say is what certificates hold.</summary>
/// <remarks>
/// A pool that was not made here stands already, without a policy; so does an authority, whose key follows from its path. Of a request
/// subject, names and key are taken. Source: https://docs.cloud.google.com/certificate-authority-service/docs/policy-conflicts, read 2026-11-21.
/// </remarks>
internal sealed class GcpAuthorities
{
    private const double DaysOfAuthority = 3650;
    private const int SecondsPerHour = 3600;

    /// <summary>What an authority is that was not made here.</summary>
    private static readonly ImmutableDictionary<string, object> Standing = Draft.Map(
        ("isCaCertificate", true), ("validityPeriodHours", DaysOfAuthority * 24), ("allowedUses", Draft.List("cert_signing", "crl_signing")));

    private static readonly Dictionary<string, string> Uses = new(StringComparer.Ordinal)
    {
        ["digitalSignature"] = "digital_signature",
        ["contentCommitment"] = "content_commitment",
        ["keyEncipherment"] = "key_encipherment",
        ["dataEncipherment"] = "data_encipherment",
        ["keyAgreement"] = "key_agreement",
        ["certSign"] = "cert_signing",
        ["crlSign"] = "crl_signing",
        ["serverAuth"] = "server_auth",
        ["clientAuth"] = "client_auth",
    };

    /// <summary>Path to what pools, templates and authorities were asked to be.</summary>
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, object>> made = new(StringComparer.Ordinal);

    public void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:certificateauthority/caPool:CaPool"] = d => Keep(d, $"{Place(d)}/caPools/{d.PhysicalName()}");
        makers["gcp:certificateauthority/certificateTemplate:CertificateTemplate"] = d => Keep(d, $"{Place(d)}/certificateTemplates/{d.PhysicalName()}");
        makers["gcp:certificateauthority/authority:Authority"] = Authority;
        makers["gcp:certificateauthority/certificate:Certificate"] = Certificate;
    }

    private void Keep(Draft d, string path)
    {
        d.Id = path;
        made[path] = d.Inputs;
    }

    private void Authority(Draft d)
    {
        Keep(d, $"{Place(d)}/caPools/{Gcp.LastPart(d.Text("pool"))}/certificateAuthorities/{d.Text("certificateAuthorityId")}");
        using var root = Root(d.Id);
        d["name"] = d.Id;
        d["state"] = "ENABLED";
        d["pemCaCertificates"] = Draft.List(root.ExportCertificatePem() + "\n");
    }

    private void Certificate(Draft d)
    {
        var pool = $"{Place(d)}/caPools/{Gcp.LastPart(d.Text("pool"))}";
        var issuer = $"{pool}/certificateAuthorities/{d.Text("certificateAuthority")}";
        var policy = At(made.GetValueOrDefault(pool), "issuancePolicy");
        var template = made.GetValueOrDefault(d.Text("certificateTemplate") ?? "");
        var (baseline, predefined) = (At(policy, "baselineValues"), At(template, "predefinedValues"));
        if (baseline?.Keys.FirstOrDefault(key => predefined?.ContainsKey(key) == true) is { } both)
        {
            throw new InvalidOperationException($"{d.Name}: {both} is in the policy of its pool and in its template too, which Google refuses");
        }

        var hours = Hours(d.Text("lifetime"));
        if (new[] { policy, template }.Any(rule => rule?.GetValueOrDefault("maximumLifetime") is string longest && Hours(longest) < hours))
        {
            throw new InvalidOperationException($"{d.Name}: {d.Text("lifetime")} is longer than its pool or its template lets it last");
        }

        var request = OfflineCertificate.Request(d.Text("pemCsr") ?? "");
        using var root = Root(issuer);
        using var signed = new OfflineCertificate
        {
            Subject = request.SubjectName,
            Names = request.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault(),
            Key = request.PublicKey,
            Terms = Terms(baseline ?? predefined, hours),
            IsLastAuthority = At(baseline ?? predefined, "caOptions")?.GetValueOrDefault("zeroMaxIssuerPathLength") is true,
            Seed = d.Urn + d.Text("pemCsr") + issuer,
        }.Signed(root, KeyOf(issuer));
        d.Id = $"{pool}/certificates/{d.PhysicalName()}";
        d["issuerCertificateAuthority"] = issuer;
        d["pemCertificate"] = signed.ExportCertificatePem() + "\n";
        d["pemCertificateChains"] = Draft.List(root.ExportCertificatePem() + "\n");
    }

    /// <summary>The certificate of an authority.</summary>
    private X509Certificate2 Root(string path)
    {
        var (asked, key) = (made.GetValueOrDefault(path), KeyOf(path));
        return new OfflineCertificate
        {
            Subject = At(asked, "config", "subjectConfig") is { } subject ? OfflineCertificate.SubjectOf(subject) : new X500DistinguishedName($"CN={Gcp.LastPart(path)}"),
            Names = null,
            Key = key.Public,
            Terms = asked is null ? Standing : Terms(At(asked, "config", "x509Config"), Hours(asked.GetValueOrDefault("lifetime") as string)),
            Seed = path,
        }.Signed(issuer: null, key);
    }

    private OfflineKey KeyOf(string path) =>
        OfflineKey.Of(path, At(made.GetValueOrDefault(path), "keySpec")?.GetValueOrDefault("algorithm") as string == "EC_P256_SHA256" ? "P256" : "P384");

    private static ImmutableDictionary<string, object> Terms(ImmutableDictionary<string, object>? values, double hours)
    {
        var authority = At(values, "caOptions") ?? ImmutableDictionary<string, object>.Empty;
        return Draft.Map(
            ("isCaCertificate", authority.GetValueOrDefault("isCa") is true),
            ("maxPathLength", authority.GetValueOrDefault("maxIssuerPathLength", 0.0)),
            ("validityPeriodHours", hours),
            ("allowedUses", Draft.List([.. Allowed(At(values, "keyUsage", "baseKeyUsage")), .. Allowed(At(values, "keyUsage", "extendedKeyUsage"))])));
    }

    private static IEnumerable<object> Allowed(ImmutableDictionary<string, object>? usage) =>
        (usage ?? ImmutableDictionary<string, object>.Empty).Where(use => use.Value is true).Select(use => Uses[use.Key]).Order(StringComparer.Ordinal);

    private static ImmutableDictionary<string, object>? At(ImmutableDictionary<string, object>? inputs, params ReadOnlySpan<string> path)
    {
        foreach (var member in path)
        {
            inputs = inputs?.GetValueOrDefault(member) as ImmutableDictionary<string, object>;
        }

        return inputs;
    }

    private static string Place(Draft d) => $"projects/{Gcp.Project(d)}/locations/{d.Text("location")}";

    private static double Hours(string? seconds) => double.Parse(seconds?.TrimEnd('s') ?? "0", CultureInfo.InvariantCulture) / SecondsPerHour;
}
