using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Facts;

/// <summary>What the tables of facts must be whatever they say: of the right form, in order, without contradiction.</summary>
public sealed class FactTableTests
{
    [Fact]
    public void AwsRegions_AreInOrder_EachWithThreeZonesOfItsOwn()
    {
        Assert.All(AwsRegions.All, region =>
        {
            Assert.NotNull(AwsRegion.Parse(region.Name));
            Assert.All(region.Zones, zone => Assert.NotNull(AwsZoneId.Parse(zone)));
            Assert.InRange(region.Zones.Length, 3, 6);
            Assert.Single(region.Zones.Select(zone => zone[..zone.IndexOf('-')]).Distinct());
        });
        AssertSortedAndDistinct(AwsRegions.All.Select(region => region.Name));
        AssertDistinct(AwsRegions.All.SelectMany(region => region.Zones));
        Assert.Equal(34, AwsRegions.All.Length);
    }

    [Fact]
    public void GoogleRegions_AreInOrder_EachWithThreeZonesOfItsOwn()
    {
        Assert.All(GoogleRegions.All, region =>
        {
            Assert.NotNull(GoogleRegion.Parse(region.Name));
            Assert.All(region.Zones, zone => Assert.Equal(region.Name, GoogleZone.Parse(zone)!.Value.Region.ToString()));
            Assert.InRange(region.Zones.Length, 3, 4);
        });
        AssertSortedAndDistinct(GoogleRegions.All.Select(region => region.Name));
        Assert.Equal(43, GoogleRegions.All.Length);
    }

    [Fact]
    public void Regions_AreFound_ByNameAndByZone()
    {
        Assert.Equal("use1-az6", AwsRegions.Find("us-east-1")!.Zones[^1]);
        Assert.Equal("eu-west-2", AwsRegions.OfZone("euw2-az4")!.Name);
        Assert.Equal("us-central1", GoogleRegions.OfZone("us-central1-f")!.Name);
        Assert.Null(AwsRegions.Find("us-east-9"));
        Assert.Null(GoogleRegions.OfZone("europe-west1-a"));
    }

    [Fact]
    public void ReservedRanges_AreInOrder_AndDoNotOverlap()
    {
        var ranges = ReservedRanges.All.Select(row => row.Range).ToList();
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First < pair.Second && !pair.First.Overlaps(pair.Second)));
        Assert.All(ReservedRanges.All, row => Assert.StartsWith("https://", row.Source.Url));
    }

    [Theory]
    [InlineData("172.16.0.0/12", "172.17.0.0/16")]
    [InlineData("172.17.42.0/24", "172.17.0.0/16")]
    [InlineData("169.254.170.23/32", "169.254.0.0/16")]
    [InlineData("199.36.153.0/24", "199.36.153.4/30")]
    [InlineData("10.0.0.0/8", null)]
    [InlineData("172.18.0.0/16", null)]
    [InlineData("100.64.0.0/10", null)]
    public void ReservedRanges_AreTouched_ByAnythingThatSharesAnAddress(string range, string? reserved) =>
        Assert.Equal(reserved, ReservedRanges.Touching(Cidr.Parse(range)!.Value)?.Range.ToString());

    private static void AssertSortedAndDistinct(IEnumerable<string> names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), names);

    private static void AssertDistinct(IEnumerable<string> names) => Assert.Equal(names.Count(), names.Distinct(StringComparer.Ordinal).Count());
}
