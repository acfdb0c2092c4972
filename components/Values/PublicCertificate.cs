using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Values;

/// <summary>One certificate of X.509, as everybody may see it: no key belongs to it.</summary>
public readonly record struct PublicCertificate : ITextValue<PublicCertificate>
{
    private const string Label = "CERTIFICATE";
    private const int Longest = 20_000;

    private readonly string? text;

    private PublicCertificate(string text, X509Certificate2 read)
    {
        this.text = text;
        Subject = read.Subject;
        (NotBefore, NotAfter) = (read.NotBefore.ToUniversalTime(), read.NotAfter.ToUniversalTime());
        KeyId = KeyIdOf(read.PublicKey);
        KeyAlgorithm = read.GetKeyAlgorithm() switch { "1.2.840.10045.2.1" => "ECDSA", "1.2.840.113549.1.1.1" => "RSA", var other => other };
        var constraints = read.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
        var usage = read.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        IsAuthority = constraints?.CertificateAuthority == true && usage?.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign) != false;
        PathLength = constraints?.HasPathLengthConstraint == true ? constraints.PathLengthConstraint : null;
    }

    public string Subject { get; }

    public DateTime NotBefore { get; }

    public DateTime NotAfter { get; }

    /// <summary>Whether it may sign certificates.</summary>
    public bool IsAuthority { get; }

    /// <summary>How many authorities may stand below it; null where it does not say.</summary>
    public int? PathLength { get; }

    /// <summary><c>ECDSA</c>, <c>RSA</c>, or another's object identifier.</summary>
    public string KeyAlgorithm { get; }

    /// <summary>Which key it is for: the same for every certificate that is made for it.</summary>
    public string KeyId { get; }

    public static string Form => "one certificate in PEM, which begins with -----BEGIN CERTIFICATE-----";

    public static string Pattern => @"^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----\n?$";

    public static PublicCertificate? Parse(string text)
    {
        var block = text.Trim();
        if (block.Length > Longest || !PemEncoding.TryFind(block, out var found) || block[found.Label] != Label || found.Location.Start.Value != 0
            || found.Location.End.GetOffset(block.Length) != block.Length)
        {
            return null;
        }

        try
        {
            using var read = X509Certificate2.CreateFromPem(block);
            return new PublicCertificate(block + "\n", read);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Which key a certificate is for: 16 hexadecimal digits of the SHA-256 of its public half.</summary>
    /// <exception cref="CryptographicException">The text holds no certificate.</exception>
    public static string KeyIdOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return KeyIdOf(certificate.PublicKey);
    }

    /// <summary>The same for each certificate of the text, with commas between.</summary>
    /// <exception cref="CryptographicException">The text holds no certificate.</exception>
    public static string KeyIdsOf(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return string.Join(", ", certificates.Select(certificate =>
        {
            using (certificate)
            {
                return KeyIdOf(certificate.PublicKey);
            }
        }));
    }

    /// <summary>Whether a key belongs to the certificate; null where the text is no key that can be read.</summary>
    public bool? Fits(string privateKeyPem)
    {
        foreach (var pair in new AsymmetricAlgorithm[] { ECDsa.Create(), RSA.Create() })
        {
            using (pair)
            {
                try
                {
                    pair.ImportFromPem(privateKeyPem);
                    return KeyIdOf(new PublicKey(pair)) == KeyId;
                }
                catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
                {
                    // It is of the other kind, or of none.
                }
            }
        }

        return null;
    }

    /// <summary>The certificate in PEM, with an end of line after it.</summary>
    public override string ToString() => text ?? "";

    private static string KeyIdOf(PublicKey key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
}
