namespace CrossCloudMesh.Values;

/// <summary>Where in link-local space the two ends of each tunnel lie.</summary>
/// <remarks>
/// Of 169.254.64.0/18, a link's slot has a /24, and each tunnel of it a /30. That stays clear of what AWS refuses for tunnels
/// (169.254.0.0/30 to 169.254.5.0/30, and 169.254.169.252/30) and of the metadata and identity services of both clouds at
/// 169.254.169.0/24 and 169.254.170.0/24. The same inside range on two gateways of one router would be refused, hence one plan for all.
/// Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html, read 2026-11-20.
/// </remarks>
public static class TunnelPlan
{
    /// <summary>How many links there is room for.</summary>
    public const int Links = 64;

    /// <summary>How many tunnels of a link there is room for.</summary>
    public const int Tunnels = 64;

    /// <summary>How many leading bits of a tunnel's range are fixed.</summary>
    public const int TunnelLength = 30;

    private const int LinkLength = 24;

    /// <summary>What all tunnels are cut from.</summary>
    public static Cidr Range { get; } = Cidr.Parse("169.254.64.0/18")!.Value;

    /// <summary>The /24 that all tunnels of a link are cut from.</summary>
    /// <param name="linkSlot">The link's declared slot, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such link.</exception>
    public static Cidr OfLink(int linkSlot) => Range.Part(LinkLength, linkSlot);

    /// <summary>The /30 that holds both ends of a tunnel.</summary>
    /// <param name="linkSlot">The link's declared slot, 0 to 63.</param>
    /// <param name="tunnel">The tunnel's number in the link, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such link or tunnel.</exception>
    public static Cidr Carve(int linkSlot, int tunnel) => OfLink(linkSlot).Part(TunnelLength, tunnel);
}
