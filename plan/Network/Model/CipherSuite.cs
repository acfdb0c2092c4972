namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What one end of a tunnel offers, role by role, in words that are the same for both clouds; null where it leaves the choice open.</summary>
/// <param name="IkeVersions">Versions of IKE.</param>
/// <param name="Encryption1">Ciphers of the first phase: <c>gcm-256</c>, <c>cbc-256</c>.</param>
/// <param name="Digest1">Digests of the first phase, which GCM uses for keys only: <c>sha2-256</c>.</param>
/// <param name="Group1">Diffie-Hellman groups of the first phase.</param>
/// <param name="Encryption2">Ciphers of the second phase.</param>
/// <param name="Digest2">Digests of the second phase, which GCM does not use.</param>
/// <param name="Group2">Groups of the second phase.</param>
internal sealed record CipherSuite(
    IReadOnlyList<string>? IkeVersions,
    IReadOnlyList<string>? Encryption1,
    IReadOnlyList<string>? Digest1,
    IReadOnlyList<string>? Group1,
    IReadOnlyList<string>? Encryption2,
    IReadOnlyList<string>? Digest2,
    IReadOnlyList<string>? Group2)
{
    /// <summary>The roles that play a part, each by name with what is offered for it.</summary>
    public IEnumerable<(string Role, IReadOnlyList<string>? Offered)> Roles
    {
        get
        {
            yield return ("IKE version", IkeVersions);
            yield return ("phase 1 encryption", Encryption1);
            yield return ("phase 1 digest", Digest1);
            yield return ("phase 1 group", Group1);
            yield return ("phase 2 encryption", Encryption2);
            if (!IsAead(Encryption2))
            {
                yield return ("phase 2 digest", Digest2);
            }

            yield return ("phase 2 group", Group2);
        }
    }

    /// <summary>Whether there is something in every role that both ends offer.</summary>
    public bool Meets(CipherSuite other) =>
        Meets(IkeVersions, other.IkeVersions)
        && Meets(Encryption1, other.Encryption1)
        && Meets(Digest1, other.Digest1)
        && Meets(Group1, other.Group1)
        && Meets(Encryption2, other.Encryption2)
        && (IsAead(Encryption2) || IsAead(other.Encryption2) || Meets(Digest2, other.Digest2))
        && Meets(Group2, other.Group2);

    public static bool IsAead(IReadOnlyList<string>? encryption) =>
        encryption is { Count: > 0 } && encryption.All(cipher => cipher.StartsWith("gcm", StringComparison.Ordinal));

    private static bool Meets(IReadOnlyList<string>? one, IReadOnlyList<string>? other) => one is null || other is null || one.Any(other.Contains);
}
