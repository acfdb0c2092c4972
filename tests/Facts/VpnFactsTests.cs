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
        Assert.Equal((1406, 1366), (VpnFacts.PathMtuBytes(IkeProposal.Gcm), TcpFacts.MssBytes(VpnFacts.PathMtuBytes(IkeProposal.Gcm))));
        Assert.Equal((1390, 1350), (VpnFacts.PathMtuBytes(IkeProposal.Cbc), TcpFacts.MssBytes(VpnFacts.PathMtuBytes(IkeProposal.Cbc))));
    }

    [Fact]
    public void Packets_ToADevice_AreThoseOfAwsAlone()
    {
        Assert.Equal((1446, 1406), (VpnFacts.DevicePathMtuBytes(IkeProposal.Gcm), TcpFacts.MssBytes(VpnFacts.DevicePathMtuBytes(IkeProposal.Gcm))));
        Assert.Equal((1438, 1398), (VpnFacts.DevicePathMtuBytes(IkeProposal.Cbc), TcpFacts.MssBytes(VpnFacts.DevicePathMtuBytes(IkeProposal.Cbc))));
    }

    [Theory]
    [InlineData("standard", 1446, 1250)]
    [InlineData("standard", 1000, 1120)]
    [InlineData("large", 1446, 4627)]
    public void Tunnel_ToADevice_CarriesWhatAwsLetsIt(string bandwidth, int packetBytes, int mbps) =>
        Assert.Equal(mbps, VpnFacts.DeviceTunnelMbps(bandwidth, packetBytes));

    [Theory]
    [InlineData(1, false)]
    [InlineData(3320, false)]
    [InlineData(23456, true)]
    [InlineData(64495, false)]
    [InlineData(64496, true)]
    [InlineData(64511, true)]
    [InlineData(64512, false)]
    [InlineData(65534, false)]
    [InlineData(65535, true)]
    [InlineData(131071, true)]
    [InlineData(131072, false)]
    public void ANetwork_BearsAPrivateNumber_OrAPublicOne(int asn, bool reserved) => Assert.Equal(reserved, AsnFacts.Reserve(asn) is not null);

    [Fact]
    public void ReservedNumbers_AreInOrder_AndDoNotOverlap() =>
        Assert.All(AsnFacts.Reserved.Zip(AsnFacts.Reserved.Skip(1)), pair => Assert.True(pair.First.First <= pair.First.Last && pair.First.Last < pair.Second.First));

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
