using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Facts;

public sealed class InterconnectFactsTests
{
    [Fact]
    public void Locations_AreInOrder_EachOnce_AndServeRegionsThatExist()
    {
        Assert.Equal(26, InterconnectLocations.All.Length);
        Assert.Equal(InterconnectLocations.All.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal), InterconnectLocations.All.Select(row => row.Name));
        Assert.Equal(26, InterconnectLocations.All.Select(row => (row.Metro, row.Facility)).Distinct().Count());
        Assert.Equal(26, InterconnectLocations.All.Select(row => row.AwsCode).Distinct().Count());
        Assert.All(InterconnectLocations.All, row =>
        {
            Assert.Equal(row.Name, $"aws-{row.AwsCode.ToLowerInvariant()}");
            Assert.All(row.GoogleRegions, region => Assert.NotNull(GoogleRegions.Find(region)));
        });
    }

    [Fact]
    public void ALocation_HasAnEnd_InEachDomain()
    {
        var ashburn = InterconnectLocations.Find("aws-csva1")!;
        Assert.Equal(("iad-zone1-5467", "iad-zone2-5467", "CSVA1"), (ashburn.GoogleEnd(1), ashburn.GoogleEnd(2), ashburn.AwsCode));
        Assert.Null(InterconnectLocations.Find("aws-nowhere"));
    }

    [Fact]
    public void EveryRow_SaysWhereItWasRead() => Assert.All(
        InterconnectFacts.Speeds.Select(row => row.Source)
            .Concat(InterconnectFacts.Layouts.Select(row => row.Source))
            .Concat(InterconnectLocations.All.Select(row => row.Source))
            .Append(InterconnectFacts.PrefixesToAws.Source),
        source => Assert.True(source.Url.StartsWith("https://", StringComparison.Ordinal) && source.ReadOn.Year >= 2026, source.Url));

    [Theory]
    [InlineData(InterconnectTopology.OneMetro, 1, 99.9)]
    [InlineData(InterconnectTopology.TwoMetros, 2, 99.99)]
    public void ALayout_PromisesByItsMetros(InterconnectTopology topology, int metros, double percent) =>
        Assert.Equal((metros, (decimal)percent), (InterconnectFacts.LayoutOf(topology).Metros, InterconnectFacts.LayoutOf(topology).Percent));

    [Theory]
    [InlineData(1460, 1460, 1420)]
    [InlineData(8500, 8500, 8460)]
    [InlineData(8896, 8500, 8460)]
    public void APath_CarriesWhatAllOfItCarries(int network, int path, int segment) =>
        Assert.Equal((path, segment), (InterconnectFacts.PathMtuBytes(network), TcpFacts.MssBytes(InterconnectFacts.PathMtuBytes(network))));

    /// <summary>Google gives 1354 to 1386 bytes, by cipher.</summary>
    [Theory]
    [InlineData(IkeCipher.Aes256Gcm, 1386)]
    [InlineData(IkeCipher.Aes256Cbc, 1370)]
    public void AnEncryptedPath_CarriesTwentyBytesLess_ThanOverTheInternet(IkeCipher cipher, int bytes) =>
        Assert.Equal(bytes, InterconnectFacts.EncryptedMtuBytes(cipher == IkeCipher.Aes256Gcm ? IkeProposal.Gcm : IkeProposal.Cbc));
}
