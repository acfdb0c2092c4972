namespace CrossCloudMesh.Values;

/// <summary>The cipher of a VPN tunnel, for the negotiation of keys and for the traffic alike.</summary>
public enum IkeCipher
{
    /// <summary>AES in Galois/Counter Mode with 256-bit keys: it encrypts and authenticates in one.</summary>
    Aes256Gcm,

    /// <summary>AES in CBC mode with 256-bit keys, authenticated with SHA2-256.</summary>
    Aes256Cbc,
}

/// <summary>What both ends of a tunnel offer to one another, and accept: one cipher and one group, never a list of them.</summary>
/// <remarks>
/// IKEv2 alone, and SHA2-256 wherever a digest is needed. With a list on either side the choice falls anew at every change of keys, and may
/// fall on another cipher, with another packet size, or on none: Google calls that its known issue with AWS.
/// Source: https://cloud.google.com/network-connectivity/docs/vpn/how-to/connect-ha-vpn-aws-peer-gateway, read 2026-11-20.
/// </remarks>
/// <param name="Cipher">The cipher.</param>
/// <param name="DhGroup">The Diffie-Hellman group, by its number at IANA, of both phases.</param>
public sealed record IkeProposal(IkeCipher Cipher, int DhGroup)
{
    /// <summary>AES-256-GCM over the elliptic curve P-384: strongest of what both clouds take, with the most room in a packet.</summary>
    public static IkeProposal Gcm { get; } = new(IkeCipher.Aes256Gcm, 20);

    /// <summary>AES-256-CBC over an 8192-bit group: what others have run between these two clouds for years.</summary>
    /// <remarks>For the day on which an end refuses <see cref="Gcm"/>: which pseudorandom function AWS picks with it is documented nowhere.
    /// Source: https://github.com/spotify/terraform-google-aws-hybrid-cloud-vpn, read 2026-11-20.</remarks>
    public static IkeProposal Cbc { get; } = new(IkeCipher.Aes256Cbc, 18);
}
