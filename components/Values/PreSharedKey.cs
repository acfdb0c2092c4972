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
    public const int Length = DrawnKey.Length;

    /// <summary>How many characters the link's secret has at least.</summary>
    public const int ShortestSecret = DrawnKey.ShortestSecret;

    private static readonly byte[] Purpose = "cross-cloud-mesh/vpn/pre-shared-key/1"u8.ToArray();

    /// <summary>The key of one tunnel, the same on every run.</summary>
    /// <param name="secret">The link's secret: random, and of <see cref="ShortestSecret"/> characters or more.</param>
    /// <param name="link">The link's key.</param>
    /// <param name="tunnel">The tunnel's number in the link.</param>
    /// <param name="generation">Counts how often the key was changed.</param>
    /// <exception cref="ArgumentException">The secret is too short; the message does not show it.</exception>
    public static string Derive(string secret, string link, int tunnel, int generation) =>
        DrawnKey.Draw(Purpose, secret, link, tunnel, generation);
}
