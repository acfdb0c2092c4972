namespace CrossCloudMesh.Values;

/// <summary>Where in link-local space the two ends of each BGP session over an interconnect lie.</summary>
/// <remarks>
/// Of 169.254.128.0/21, a link's slot has a /27, and each connection of it a /29, which Google prefers to a /30. That stays clear of
/// <see cref="TunnelPlan.Range"/>, and of the metadata and identity services of both clouds at 169.254.169.0/24 and 169.254.170.0/24.
/// Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/configure-google-resources, read 2026-11-21.
/// </remarks>
public static class AttachmentPlan
{
    /// <summary>How many links there is room for.</summary>
    public const int Links = 64;

    /// <summary>How many connections of a link there is room for.</summary>
    public const int Connections = 4;

    /// <summary>How many leading bits of a connection's range are fixed.</summary>
    public const int ConnectionLength = 29;

    /// <summary>How many leading bits of a link's range are fixed.</summary>
    public const int LinkLength = 27;

    /// <summary>What all sessions are cut from.</summary>
    public static Cidr Range { get; } = Cidr.Parse("169.254.128.0/21")!.Value;

    /// <summary>The /27 that all sessions of a link are cut from.</summary>
    /// <param name="linkSlot">The link's declared slot, 0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such link.</exception>
    public static Cidr OfLink(int linkSlot) => Range.Part(LinkLength, linkSlot);
}
