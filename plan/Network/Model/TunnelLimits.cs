namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What a tunnel carries.</summary>
/// <remarks>
/// Written down here and not taken from what makes the links. Sources: https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html (rates
/// of AWS), https://cloud.google.com/network-connectivity/docs/vpn/quotas (Google's packets), and
/// https://cloud.google.com/network-connectivity/docs/vpn/concepts/mtu-considerations with
/// https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html (sizes), all read 2026-11-20. The packets of a large tunnel are of a public
/// note.
/// </remarks>
internal static class TunnelLimits
{
    private const int BitsPerByte = 8;
    private const int Million = 1_000_000;

    /// <summary>Google counts both directions together.</summary>
    private const int GooglePacketsPerSecond = 250_000 / 2;

    /// <summary>By how much the packets of an attachment are smaller at Google than those of the internet, when they carry a tunnel.</summary>
    private const int LessOverAttachment = 20;

    /// <summary>In Mbit/s each way.</summary>
    /// <param name="bandwidth">AWS's word for the size of the tunnel; null for the usual one.</param>
    /// <param name="packetBytes">The size of the packets.</param>
    public static int Mbps(string? bandwidth, int packetBytes) => Math.Min(AwsMbps(bandwidth, packetBytes), Rate(GooglePacketsPerSecond, packetBytes));

    /// <summary>What AWS carries, whoever is at the other end; in Mbit/s each way.</summary>
    public static int AwsMbps(string? bandwidth, int packetBytes)
    {
        var (mbps, packetsPerSecond) = bandwidth == "large" ? (5000, 400_000) : (1250, 140_000);
        return Math.Min(mbps, Rate(packetsPerSecond, packetBytes));
    }

    /// <summary>The largest packet, in bytes; where several ciphers are offered, that of the one with the least room.</summary>
    /// <remarks>Over an attachment: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/ha-vpn-interconnect, read 2026-11-20.</remarks>
    public static int MtuBytes(CipherSuite suite, bool isOverAttachment) =>
        (CipherSuite.IsAead(suite.Encryption2) ? 1406
        : suite.Digest2 is ["sha2-256"] or ["sha1"] ? 1390
        : 1374) - (isOverAttachment ? LessOverAttachment : 0);

    /// <summary>The largest packet that AWS takes, whoever is at the other end, in bytes.</summary>
    public static int AwsMtuBytes(CipherSuite suite) =>
        CipherSuite.IsAead(suite.Encryption2) ? 1446
        : suite.Digest2 is ["sha2-256"] or ["sha1"] ? 1438
        : 1422;

    private static int Rate(int packetsPerSecond, int packetBytes) => (int)Math.Min(int.MaxValue, (long)packetsPerSecond * packetBytes * BitsPerByte / Million);
}
