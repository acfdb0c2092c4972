using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>A key pair that follows from a name, and signs the same content with the same bytes on every run.</summary>
/// <remarks>
/// Whoever knows the name knows the key: it proves the form of certificates, and protects nothing. A signature of ECDSA needs a number that
/// nobody else has; here it is drawn from key and content, as RFC 6979 has it, though not by its very steps. What is multiplied by the base
/// point of the curve is left to the system's library: the public half of a key is that product.
/// </remarks>
internal sealed class OfflineKey
{
    private static readonly Curve[] Curves =
    [
        new("P256", ECCurve.NamedCurves.nistP256, 32, HashAlgorithmName.SHA256, "1.2.840.10045.4.3.2", Order("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")),
        new("P384", ECCurve.NamedCurves.nistP384, 48, HashAlgorithmName.SHA384, "1.2.840.10045.4.3.3", Order("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973")),
    ];

    private readonly Curve curve;
    private readonly ECParameters pair;

    private OfflineKey(Curve curve, ECParameters pair)
    {
        (this.curve, this.pair) = (curve, pair);
        using var key = ECDsa.Create(pair);
        Public = new PublicKey(key);
        PrivatePem = key.ExportECPrivateKeyPem() + "\n";
        PrivatePkcs8Pem = key.ExportPkcs8PrivateKeyPem() + "\n";
        PublicPem = key.ExportSubjectPublicKeyInfoPem() + "\n";
        Generator = new Signer(this);
    }

    public PublicKey Public { get; }

    /// <summary>The private half in the form of SEC 1.</summary>
    public string PrivatePem { get; }

    public string PrivatePkcs8Pem { get; }

    public string PublicPem { get; }

    public HashAlgorithmName Hash => curve.Hash;

    public X509SignatureGenerator Generator { get; }

    /// <summary>The key of a name.</summary>
    /// <exception cref="InvalidOperationException">No such curve is known here; the message names it.</exception>
    public static OfflineKey Of(string seed, string curve)
    {
        var found = Array.Find(Curves, each => each.Name == curve)
            ?? throw new InvalidOperationException($"the offline cloud makes keys on {string.Join(" and ", Curves.Select(each => each.Name))}; got {curve}");
        return new(found, Derive(found, Draw(found, Encoding.UTF8.GetBytes(seed), [])));
    }

    /// <summary>The key that the text holds; null where it holds none that signs with ECDSA on a known curve.</summary>
    public static OfflineKey? FromPem(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            var read = key.ExportParameters(includePrivateParameters: true);
            return Array.Find(Curves, each => each.Named.Oid.Value == read.Curve.Oid.Value) is { } curve ? new(curve, read) : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private static BigInteger Order(string hex) => Number(Convert.FromHexString(hex));

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>A number from 1 up to the curve's order.</summary>
    private static BigInteger Draw(Curve curve, byte[] seed, byte[] content) => (Number(HMACSHA512.HashData(seed, content)) % (curve.Order - 1)) + 1;

    private static byte[] Bytes(Curve curve, BigInteger number)
    {
        var bytes = new byte[curve.Length];
        var shortest = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        shortest.CopyTo(bytes, bytes.Length - shortest.Length);
        return bytes;
    }

    private static ECParameters Derive(Curve curve, BigInteger secret)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = curve.Named, D = Bytes(curve, secret) });
        return key.ExportParameters(includePrivateParameters: true);
    }

    private byte[] Sign(byte[] data)
    {
        var digest = curve.Name == "P256" ? SHA256.HashData(data) : SHA384.HashData(data);
        var (secret, once) = (Number(pair.D), Draw(curve, pair.D!, digest));
        var r = Number(Derive(curve, once).Q.X) % curve.Order;
        var s = BigInteger.ModPow(once, curve.Order - 2, curve.Order) * (Number(digest) + (r * secret)) % curve.Order;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s);
        }

        return writer.Encode();
    }

    /// <param name="Name">As the provider of TLS resources calls it.</param>
    /// <param name="Named">As the system's library does.</param>
    /// <param name="Length">Of its numbers, in bytes.</param>
    /// <param name="Hash">What is signed of some content.</param>
    /// <param name="Signature">The object identifier of its signatures.</param>
    /// <param name="Order">How many points the base point runs through.</param>
    private sealed record Curve(string Name, ECCurve Named, int Length, HashAlgorithmName Hash, string Signature, BigInteger Order);

    private sealed class Signer(OfflineKey key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(key.curve.Signature);
            }

            return writer.Encode();
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.Sign(data);

        protected override PublicKey BuildPublicKey() => key.Public;
    }
}
