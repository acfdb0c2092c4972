using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>What a certificate is to say, and how it comes to be signed.</summary>
/// <remarks>
/// As the provider does it, which hands a template to the library of Go: a path length of zero is as good as none there, an authority always
/// bears the identifier of its key, and whatever is signed by another the identifier of that one's.
/// Source: https://github.com/hashicorp/terraform-provider-tls/blob/main/internal/provider/common_cert.go, read 2026-11-21.
/// </remarks>
internal sealed record OfflineCertificate
{
    /// <summary>The time at which every certificate is made.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, X509KeyUsageFlags> Usages = new(StringComparer.Ordinal)
    {
        ["digital_signature"] = X509KeyUsageFlags.DigitalSignature,
        ["content_commitment"] = X509KeyUsageFlags.NonRepudiation,
        ["key_encipherment"] = X509KeyUsageFlags.KeyEncipherment,
        ["data_encipherment"] = X509KeyUsageFlags.DataEncipherment,
        ["key_agreement"] = X509KeyUsageFlags.KeyAgreement,
        ["cert_signing"] = X509KeyUsageFlags.KeyCertSign,
        ["crl_signing"] = X509KeyUsageFlags.CrlSign,
    };

    private static readonly Dictionary<string, string> Purposes = new(StringComparer.Ordinal)
    {
        ["server_auth"] = "1.3.6.1.5.5.7.3.1",
        ["client_auth"] = "1.3.6.1.5.5.7.3.2",
    };

    public required X500DistinguishedName Subject { get; init; }

    public required X509Extension? Names { get; init; }

    public required PublicKey Key { get; init; }

    /// <summary>Inputs of a certificate resource: hours, usages, whether it may sign others.</summary>
    public required ImmutableDictionary<string, object> Terms { get; init; }

    /// <summary>Whether no authority may stand below it, which the provider of TLS resources cannot say.</summary>
    public bool IsLastAuthority { get; init; }

    /// <summary>From what its serial number is drawn.</summary>
    public required string Seed { get; init; }

    /// <summary>A request for a certificate, which must be signed with the key that it is for.</summary>
    public static CertificateRequest Request(string pem) =>
        CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);

    public static X500DistinguishedName SubjectOf(ImmutableDictionary<string, object> inputs)
    {
        var name = new X500DistinguishedNameBuilder();
        var subject = inputs.GetValueOrDefault("subject") as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;
        if (subject.GetValueOrDefault("organization") is string organization)
        {
            name.AddOrganizationName(organization);
        }

        if (subject.GetValueOrDefault("commonName") is string common)
        {
            name.AddCommonName(common);
        }

        return name.Build();
    }

    public static X509Extension? NamesOf(ImmutableDictionary<string, object> inputs)
    {
        var names = new SubjectAlternativeNameBuilder();
        var before = 0;
        foreach (var dns in Texts(inputs, "dnsNames"))
        {
            names.AddDnsName(dns);
            before++;
        }

        foreach (var address in Texts(inputs, "ipAddresses"))
        {
            names.AddIpAddress(IPAddress.Parse(address));
            before++;
        }

        foreach (var uri in Texts(inputs, "uris"))
        {
            names.AddUri(new Uri(uri));
            before++;
        }

        // With the type that reads it, which is the one that a request is read back with.
        return before == 0 ? null : new X509SubjectAlternativeNameExtension(names.Build().RawData);
    }

    /// <param name="issuer">Who signs it; null where it signs itself.</param>
    /// <param name="key">The key of whoever signs.</param>
    public X509Certificate2 Signed(X509Certificate2? issuer, OfflineKey key)
    {
        var request = new CertificateRequest(Subject, Key, key.Hash);
        var isAuthority = Terms.GetValueOrDefault("isCaCertificate") is true;
        var length = Math.Max((int)Number("maxPathLength"), 0);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, length > 0 || IsLastAuthority, length, critical: true));
        var (usages, purposes) = (X509KeyUsageFlags.None, new OidCollection());
        foreach (var use in Texts(Terms, "allowedUses"))
        {
            if (Usages.TryGetValue(use, out var usage))
            {
                usages |= usage;
            }
            else if (Purposes.TryGetValue(use, out var purpose))
            {
                purposes.Add(new Oid(purpose));
            }
            else
            {
                throw new InvalidOperationException(
                    $"allowedUses: must be of {string.Join(", ", Usages.Keys.Concat(Purposes.Keys))}; got {use}");
            }
        }

        request.CertificateExtensions.Add(new X509KeyUsageExtension(usages, critical: true));
        if (purposes.Count > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(purposes, critical: false));
        }

        if (isAuthority || Terms.GetValueOrDefault("setSubjectKeyId") is true)
        {
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(Key, critical: false));
        }

        if (issuer?.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } signer)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(signer));
        }

        if (Names is not null)
        {
            request.CertificateExtensions.Add(Names);
        }

        var serial = SHA256.HashData(Encoding.UTF8.GetBytes(Seed))[..16];
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return request.Create(issuer?.SubjectName ?? Subject, key.Generator, Now, Now.AddHours(Number("validityPeriodHours")), serial);
    }

    private double Number(string term) => Terms.GetValueOrDefault(term) switch { double number => number, int number => number, _ => 0 };

    private static IEnumerable<string> Texts(ImmutableDictionary<string, object> inputs, string input) =>
        inputs.GetValueOrDefault(input) is ImmutableArray<object> items ? items.OfType<string>() : [];
}
