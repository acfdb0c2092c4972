using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CrossCloudMesh.Values;

/// <summary>Draws keys of letters and digits from a secret: HKDF with SHA-256 (RFC 5869) over a purpose, a link and two numbers.</summary>
internal static class DrawnKey
{
    internal const int Length = 40;

    internal const int ShortestSecret = 24;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string LettersAndDigits = Letters + "0123456789";
    private const int BlockBytes = 64;

    /// <param name="purpose">What kind of key it is: two kinds never share a key.</param>
    /// <param name="secret">The link's secret.</param>
    /// <param name="link">The link's key.</param>
    /// <param name="number">The number in the link of what the key is for.</param>
    /// <param name="generation">Counts how often the key was changed.</param>
    /// <exception cref="ArgumentException">The secret is too short; the message does not show it.</exception>
    internal static string Draw(byte[] purpose, string secret, string link, int number, int generation)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException(
                $"the secret of link {link} must have {ShortestSecret} characters or more, drawn at random; set it anew with pulumi config set --secret",
                nameof(secret));
        }

        var root = HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), purpose);
        var key = new StringBuilder(Length);
        for (var block = 0; key.Length < Length; block++)
        {
            foreach (var drawn in HKDF.Expand(HashAlgorithmName.SHA256, root, BlockBytes, Info(link, number, generation, block)))
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

    /// <summary>Numbers have a fixed length, so no two are the same bytes.</summary>
    private static byte[] Info(string link, int number, int generation, int block)
    {
        var name = Encoding.UTF8.GetBytes(link);
        var info = new byte[name.Length + (3 * sizeof(int))];
        name.CopyTo(info, 0);
        BinaryPrimitives.WriteInt32BigEndian(info.AsSpan(name.Length), number);
        BinaryPrimitives.WriteInt32BigEndian(info.AsSpan(name.Length + sizeof(int)), generation);
        BinaryPrimitives.WriteInt32BigEndian(info.AsSpan(name.Length + (2 * sizeof(int))), block);
        return info;
    }
}
