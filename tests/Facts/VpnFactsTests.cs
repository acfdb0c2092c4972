using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Facts;

public sealed class VpnFactsTests
{
    public static TheoryData<IkeProposal> Proposals => new(IkeProposal.Gcm, IkeProposal.Cbc);

    [Theory]
    [MemberData(nameof(Proposals))]
    public void Proposal_IsOneThatBothCloudsTake(IkeProposal proposal)
    {
        Assert.Contains(proposal.DhGroup, VpnFacts.CommonGroups);
        Assert.Single(VpnFacts.Ciphers, row => row.Cipher == proposal.Cipher);
    }

    [Fact]
    public void Aead_HasNoDigest_OnGoogle_AndOthersHave() => Assert.All(
        VpnFacts.Ciphers,
        row => Assert.Equal(row.Google.Contains("GCM", StringComparison.Ordinal), row.GoogleIntegrity is null));

    [Fact]
    public void Packets_AreSmallerThanEitherEndAllows()
    {
        Assert.Equal((1406, 1366), (VpnFacts.PathMtuBytes(IkeProposal.Gcm), VpnFacts.TcpMssBytes(IkeProposal.Gcm)));
        Assert.Equal((1390, 1350), (VpnFacts.PathMtuBytes(IkeProposal.Cbc), VpnFacts.TcpMssBytes(IkeProposal.Cbc)));
    }

    [Theory]
    [InlineData("standard", 1406, 1250)]
    [InlineData("standard", 1000, 1000)]
    [InlineData("large", 1406, 1406)]
    [InlineData("large", 576, 576)]
    public void Tunnel_CarriesTheLeastOfBandwidthAndPackets(string bandwidth, int packetBytes, int mbps) =>
        Assert.Equal(mbps, VpnFacts.TunnelMbps(bandwidth, packetBytes));

    [Fact]
    public void RefusedNumbers_NameRegionsThatThereAre() => Assert.All(
        VpnFacts.RefusedAsns, row => Assert.True(row.Region is null || AwsRegions.Find(row.Region) is not null, row.Region));

    [Fact]
    public void RegionsWithoutLargeTunnels_AreRegions() =>
        Assert.All(VpnFacts.RegionsWithoutLargeTunnels, region => Assert.NotNull(AwsRegions.Find(region)));

    [Fact]
    public void Ports_AreInOrder() => Assert.Equal([15021, 15443], LinkPorts.All.Select(port => port.Port));
}
