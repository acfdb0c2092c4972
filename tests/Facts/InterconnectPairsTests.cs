using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Tests.Facts;

public sealed class InterconnectPairsTests
{
    [Fact]
    public void Pairs_AreOfRegionsThatThereAre_EachOnce_InOrder()
    {
        Assert.All(InterconnectPairs.All, pair => Assert.NotNull(AwsRegions.Find(pair.AwsRegion)));
        Assert.All(InterconnectPairs.All, pair => Assert.Contains(GoogleRegions.All, region => region.Name == pair.GoogleRegion));
        Assert.Equal(InterconnectPairs.All.Select(pair => pair.AwsRegion).Order(StringComparer.Ordinal).Distinct(), InterconnectPairs.All.Select(pair => pair.AwsRegion));
        Assert.Equal(6, InterconnectPairs.All.Select(pair => pair.GoogleRegion).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("us-east-1", "us-east4", true)]
    [InlineData("eu-central-1", "europe-west3", true)]
    [InlineData("us-east-1", "us-west1", false)]
    [InlineData("us-east-2", "us-east5", false)]
    public void Find_KnowsTheTwoRegionsTogether(string aws, string google, bool paired) =>
        Assert.Equal(paired, InterconnectPairs.Find(aws, google) is not null);

    [Fact]
    public void RemoteProfile_IsNamedByProviderAndItsRegion() => Assert.Equal(
        "https://networkconnectivity.googleapis.com/v1/projects/acme-mesh/locations/europe-west2/remoteTransportProfiles/aws-eu-west-2",
        InterconnectPairs.Find("eu-west-2", "europe-west2")!.RemoteProfile("acme-mesh"));

    [Fact]
    public void Bandwidths_AreWhatGoogleCallsThem_TheSmallestFirst()
    {
        Assert.Equal([1_000, 5_000, 10_000, 100_000], InterconnectPairs.Bandwidths.Select(row => row.Mbps));
        Assert.All(InterconnectPairs.Bandwidths, row => Assert.Equal($"BPS_{row.Mbps / 1000}G", row.Google));
        Assert.Null(InterconnectPairs.BandwidthOf(500));
    }

    [Theory]
    [InlineData(1460, 1460, 1420)]
    [InlineData(8500, 8500, 8460)]
    [InlineData(8896, 8500, 8460)]
    public void Packets_AreNoLargerThanTheLeastThatCarriesThem(int network, int path, int segment) =>
        Assert.Equal((path, segment), (InterconnectPairs.PathMtuBytes(network), TcpFacts.MssBytes(InterconnectPairs.PathMtuBytes(network))));

    [Fact]
    public void WhatNoPageOfTheCloudsSays_IsMarked()
    {
        Assert.NotNull(InterconnectPairs.GooglePrefixes.Source.NotRead);
        Assert.All(InterconnectPairs.Bandwidths, row => Assert.NotNull(row.Source.NotRead));
        Assert.All(Prices.Rows.Where(row => row.Sku.Contains("interconnect", StringComparison.Ordinal)), row => Assert.NotNull(row.Source.NotRead));
    }

    [Fact]
    public void Transports_HaveAPrice_InEveryPair_AtEveryBandwidth() => Assert.All(
        InterconnectPairs.All,
        pair => Assert.All(
            InterconnectPairs.Bandwidths,
            row => Assert.NotNull(Prices.Find(InterconnectPrices.TransportSku(row.Mbps), pair.GoogleRegion))));
}
