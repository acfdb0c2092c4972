using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class LinkTunnelTests
{
    [Fact]
    public void Tunnels_OfAnySlot_AreClearOfWhatIsReserved_AndOfOneAnother() => Prop.ForAll(
        Gen.Choose(0, TunnelPlan.Links - 1).ToArbitrary(),
        Gen.Choose(0, TunnelPlan.Links - 1).ToArbitrary(),
        (one, other) =>
        {
            var tunnels = LinkTunnel.Of(TunnelPlan.OfLink(one)).Concat(one == other ? [] : LinkTunnel.Of(TunnelPlan.OfLink(other))).ToList();
            return tunnels.TrueForAll(tunnel => VpnFacts.InsideRanges.All(row => !row.Range.Overlaps(tunnel.Inside)))
                && tunnels.TrueForAll(tunnel => tunnels.TrueForAll(twin => twin == tunnel || !twin.Inside.Overlaps(tunnel.Inside)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tunnels_AreThese() => Assert.Equal(
        [
            "0 of connection 0: 169.254.65.0/30, 169.254.65.1 and 169.254.65.2",
            "1 of connection 0: 169.254.65.4/30, 169.254.65.5 and 169.254.65.6",
            "2 of connection 1: 169.254.65.8/30, 169.254.65.9 and 169.254.65.10",
            "3 of connection 1: 169.254.65.12/30, 169.254.65.13 and 169.254.65.14",
        ],
        LinkTunnel.Of(TunnelPlan.OfLink(1)).Select(tunnel =>
            $"{tunnel.Number} of connection {tunnel.Connection}: {tunnel.Inside}, {tunnel.AwsAddress} and {tunnel.GoogleAddress}"));
}
