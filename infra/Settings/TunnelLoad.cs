using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What the tunnels of a path carry.</summary>
/// <param name="MtuBytes">The largest packet that passes uncut, in bytes.</param>
/// <param name="Bandwidth">What AWS was asked for.</param>
/// <param name="Left">How many tunnels carry all of the traffic after any two independent failures.</param>
/// <param name="TunnelMbps">Packet size in bytes to what one of them carries in each direction, in Mbit/s.</param>
internal sealed record TunnelLoad(int MtuBytes, VpnBandwidth Bandwidth, int Left, Func<int, int> TunnelMbps)
{
    /// <summary>That of a path; null where it has no tunnels, or none yet.</summary>
    /// <remarks>
    /// Google uses what ends in its own region as long as anything of it is left, so of tunnels over cables it may come down to one, however
    /// many there are in the other metropolitan area.
    /// </remarks>
    public static TunnelLoad? Of(LinkPathSettings path, LinkSettings link) => path switch
    {
        VpnSettings vpn => new(
            LinkPlan.MtuBytesOf(vpn, link), vpn.Bandwidth, LinkPlan.TunnelsAfterTwoFailures(link), packetBytes => LinkPlan.TunnelMbpsOf(vpn, link, packetBytes)),
        EncryptedInterconnectSettings cables when LinkPlan.IsThere(cables) => new(
            InterconnectFacts.EncryptedMtuBytes(LinkPlan.ProposalOf(cables.Cipher)),
            cables.Bandwidth,
            1,
            packetBytes => VpnFacts.TunnelMbps(LinkPlan.BandwidthOf(cables.Bandwidth), packetBytes)),
        _ => null,
    };
}
