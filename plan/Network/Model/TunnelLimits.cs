namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What a tunnel between the two clouds carries.</summary>
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

    /// <summary>In Mbit/s each way.</summary>
    /// <param name="bandwidth">AWS's word for the size of the tunnel; null for the usual one.</param>
    /// <param name="packetBytes">The size of the packets.</param>
    public static int Mbps(string? bandwidth, int packetBytes)
    {
        var (mbps, packetsPerSecond) = bandwidth == "large" ? (5000, 400_000) : (1250, 140_000);
        return (int)Math.Min(mbps, (long)Math.Min(packetsPerSecond, GooglePacketsPerSecond) * packetBytes * BitsPerByte / Million);
    }

    /// <summary>The largest packet, in bytes; where several ciphers are offered, that of the one with the least room.</summary>
    public static int MtuBytes(CipherSuite suite) =>
        CipherSuite.IsAead(suite.Encryption2) ? 1406
        : suite.Digest2 is ["sha2-256"] or ["sha1"] ? 1390
        : 1374;
}
