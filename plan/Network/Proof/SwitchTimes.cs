using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>How long it takes until traffic goes another way after a conduit is lost without a word.</summary>
/// <remarks>
/// Written down here. A VPN: Google takes 40 to 60 s to withdraw its routes
/// (https://cloud.google.com/network-connectivity/docs/vpn/concepts/topologies), AWS 30 s, which is its hold time
/// (https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html). A VLAN: what both ends agree on for BFD, of which AWS counts three
/// (https://github.com/aws/aws-networking-best-practices); without it the shorter hold time, three times Google's
/// keepalive (https://cloud.google.com/network-connectivity/docs/router/how-to/configuring-bgp) or AWS's 90 s. All read 2026-11-20 but AWS's
/// hold times, which are of secondary sources. BFD does nothing for a tunnel, over an attachment or not.
/// </remarks>
internal static class SwitchTimes
{
    private const int GoogleWithdraws = 60;
    private const int AwsHolds = 30;
    private const int DirectConnectHolds = 90;
    private const int AwsCounts = 3;
    private const int AwsMilliseconds = 300;
    private const int HeldKeepalives = 3;
    private const int DefaultKeepalive = 20;
    private const int DefaultCount = 5;
    private const int DefaultMilliseconds = 1000;
    private const int MillisecondsPerSecond = 1000;

    /// <summary>In seconds, at worst; null where nobody publishes it, with the reason.</summary>
    public static (int? Seconds, string? Why) Of(Conduit lost) => lost switch
    {
        VlanConduit vlan => (OfVlan(vlan.Google), null),
        Tunnel => (GoogleWithdraws, null),
        DeviceTunnel => (AwsHolds, null),
        TransportConduit => (null, "neither cloud says how soon it notices the loss of an interconnect that it runs"),
        _ => (null, "routes over a peering are static and stay"),
    };

    private static int OfVlan(VlanAttachment google)
    {
        if (google.Peer is { } peer && peer.Is("bfd.sessionInitializationMode", "ACTIVE"))
        {
            var count = VpcReader.Count(peer, "bfd.multiplier") ?? DefaultCount;
            var receive = Math.Max(AwsMilliseconds, VpcReader.Count(peer, "bfd.minReceiveInterval") ?? DefaultMilliseconds);
            var send = Math.Max(AwsMilliseconds, VpcReader.Count(peer, "bfd.minTransmitInterval") ?? DefaultMilliseconds);
            return (Math.Max(count * receive, AwsCounts * send) + MillisecondsPerSecond - 1) / MillisecondsPerSecond;
        }

        var keepalive = google.Router is { } router ? VpcReader.Count(router.Resource, "bgp.keepaliveInterval") : null;
        return Math.Min(DirectConnectHolds, HeldKeepalives * (keepalive ?? DefaultKeepalive));
    }
}
