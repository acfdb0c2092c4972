using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CrossCloudMesh.Values;

/// <summary>The keys by which the two ends of a tunnel know one another, all drawn from one secret of the link.</summary>
/// <remarks>
/// HKDF with SHA-256 over link, tunnel and generation: who knows one key learns nothing of the others or of the secret. A key has
/// <see cref="Length"/> letters and digits, the first a letter, which both clouds take: AWS wants 8 to 64 letters, digits, dots and
/// underscores, no zero in front; Google any text. That is 237 bits.
/// Source: RFC 5869; https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, read 2026-11-20.
/// </remarks>
public static class PreSharedKey
{
    /// <summary>How many characters a key has.</summary>
    public const int Length = 40;

    /// <summary>How many characters the link's secret has at least.</summary>
    public const int ShortestSecret = 24;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string LettersAndDigits = Letters + "0123456789";
    private const int BlockBytes = 64;

    private static readonly byte[] Salt = "cross-cloud-mesh/vpn/pre-shared-key/1"u8.ToArray();

    /// <summary>The key of one tunnel, the same on every run.</summary>
    /// <param name="secret">The link's secret: random, and of <see cref="ShortestSecret"/> characters or more.</param>
    /// <param name="link">The link's key.</param>
    /// <param name="tunnel">The tunnel's number in the link.</param>
    /// <param name="generation">Counts how often the key was changed.</param>
    /// <exception cref="ArgumentException">The secret is too short; the message does not show it.</exception>
    public static string Derive(string secret, string link, int tunnel, int generation)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException(
                $"the secret of link {link} must have {ShortestSecret} characters or more, drawn at random; set it anew with pulumi config set --secret",
                nameof(secret));
        }

        var root = HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Salt);
        var key = new StringBuilder(Length);
        for (var block = 0; key.Length < Length; block++)
        {
            foreach (var drawn in HKDF.Expand(HashAlgorithmName.SHA256, root, BlockBytes, Purpose(link, tunnel, generation, block)))
            {
                var alphabet = key.Length == 0 ? Letters : LettersAndDigits;
                // A byte beyond the last whole multiple would make some characters likelier than others.
                if (key.Length < Length && drawn < 256 / alphabet.Length * alphabet.Length)
                {
                    key.Append(alphabet[drawn % alphabet.Length]);
                }
            }
        }

        return key.ToString();
    }

    /// <summary>Numbers have a fixed length, so no two purposes are the same bytes.</summary>
    private static byte[] Purpose(string link, int tunnel, int generation, int block)
    {
        var name = Encoding.UTF8.GetBytes(link);
        var purpose = new byte[name.Length + (3 * sizeof(int))];
        name.CopyTo(purpose, 0);
        BinaryPrimitives.WriteInt32BigEndian(purpose.AsSpan(name.Length), tunnel);
        BinaryPrimitives.WriteInt32BigEndian(purpose.AsSpan(name.Length + sizeof(int)), generation);
        BinaryPrimitives.WriteInt32BigEndian(purpose.AsSpan(name.Length + (2 * sizeof(int))), block);
        return purpose;
    }
}
