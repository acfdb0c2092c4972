using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Puts what certificates say in the place of what they are: a plan tells content, and every signing changes the bytes.</summary>
/// <remarks>
/// A block of PEM becomes one line: <c>[certificate of CN=…, from CN=…, key …, …]</c>. Dates are left out, since a plan has none: a certificate
/// is made when a deployment runs. What is not a certificate or a request stays as it is.
/// </remarks>
internal static class PemText
{
    private const string Opening = "-----BEGIN CERTIFICATE";

    /// <summary>How many digits of a key's digest are told.</summary>
    private const int KeyDigits = 16;

    /// <summary>The text with each certificate and each request for one told instead of shown.</summary>
    public static string Told(string text)
    {
        if (!text.Contains(Opening, StringComparison.Ordinal))
        {
            return text;
        }

        var told = new StringBuilder();
        var rest = text;
        while (PemEncoding.TryFind(rest, out var found))
        {
            told.Append(rest.AsSpan(0, found.Location.Start.Value)).Append(Told(rest[found.Label], rest[found.Location]));
            rest = rest[found.Location.End..];
        }

        return told.Append(rest).ToString();
    }

    private static string Told(string label, string block)
    {
        try
        {
            switch (label)
            {
                case "CERTIFICATE":
                    using (var certificate = X509Certificate2.CreateFromPem(block))
                    {
                        return Certificate(certificate);
                    }

                case "CERTIFICATE REQUEST":
                    return Request(CertificateRequest.LoadSigningRequestPem(
                        block, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions));
                default:
                    return block;
            }
        }
        catch (CryptographicException)
        {
            return $"[{label.ToLowerInvariant()} that cannot be read]";
        }
    }

    private static string Certificate(X509Certificate2 certificate) => Line(
        [
            $"certificate of {certificate.Subject}",
            certificate.IssuerName.RawData.AsSpan().SequenceEqual(certificate.SubjectName.RawData) ? "self-signed" : $"from {certificate.Issuer}",
            Key(certificate.PublicKey),
            .. certificate.Extensions.SelectMany(Extension),
            $"for {Lifetime(certificate.NotAfter - certificate.NotBefore)}",
        ]);

    private static string Request(CertificateRequest request) => Line(
        [$"certificate request of {request.SubjectName.Name}", Key(request.PublicKey), .. request.CertificateExtensions.SelectMany(Extension)]);

    private static IEnumerable<string> Extension(X509Extension extension)
    {
        switch (extension)
        {
            case X509BasicConstraintsExtension { CertificateAuthority: true } authority:
                yield return authority.HasPathLengthConstraint ? $"authority with path length {authority.PathLengthConstraint}" : "authority";
                break;
            case X509KeyUsageExtension usage:
                yield return $"usages {usage.KeyUsages}";
                break;
            case X509EnhancedKeyUsageExtension purposes:
                yield return $"purposes {string.Join(", ", purposes.EnhancedKeyUsages.Cast<Oid>().Select(purpose => purpose.FriendlyName ?? purpose.Value))}";
                break;
            case X509SubjectAlternativeNameExtension names:
                yield return $"names {string.Join(", ", [.. names.EnumerateDnsNames(), .. Uris(names.RawData), .. names.EnumerateIPAddresses().Select(each => each.ToString())])}";
                break;
        }
    }

    /// <summary>The names that are URIs, which the system's library does not list. Source: RFC 5280, 4.2.1.6.</summary>
    private static IEnumerable<string> Uris(ReadOnlyMemory<byte> names)
    {
        var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
        var reader = new AsnReader(names, AsnEncodingRules.DER).ReadSequence();
        while (reader.HasData)
        {
            if (reader.PeekTag() == uri)
            {
                yield return reader.ReadCharacterString(UniversalTagNumber.IA5String, uri);
            }
            else
            {
                reader.ReadEncodedValue();
            }
        }
    }

    private static string Key(PublicKey key) =>
        $"key {Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..KeyDigits]}";

    private static string Lifetime(TimeSpan time) => time.Hours == 0 ? $"{time.TotalDays} days" : $"{time.TotalHours} hours";

    private static string Line(IEnumerable<string> parts) => $"[{string.Join("; ", parts)}]";
}
