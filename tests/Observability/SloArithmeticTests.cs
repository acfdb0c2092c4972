using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Observability;

/// <summary>What a promise leaves to fail, how fast that may burn, and how fast light is.</summary>
public sealed class SloArithmeticTests
{
    [Theory]
    [InlineData(30, "14.4", "6", "3", "1")]
    [InlineData(28, "13.44", "5.6", "2.8", "0.9333333333333333333333333333")]
    [InlineData(7, "3.36", "1.4", "0.7", "0.2333333333333333333333333333")]
    public void Factors_FollowFromThePeriod(int days, params string[] factors) =>
        Assert.Equal(factors.Select(factor => decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture)), BurnRate.All.Select(rate => rate.FactorOf(days)));

    [Fact]
    public void Windows_AreShortenedByTwelve_SoThatAnAlarmEndsSoon() =>
        Assert.All(BurnRate.All, rate => Assert.Equal(rate.LongWindow, rate.ShortWindow * 12));

    [Theory]
    [InlineData("99.9", "0.0144")]
    [InlineData("95", "0.72")]
    public void Threshold_IsTheFactorTimesWhatMayFail(string percent, string threshold) => Assert.Equal(
        decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture), BurnRate.All[0].ThresholdOf(SloPercent.Parse(percent)!.Value, 30));

    [Theory]
    [InlineData("49.9")]
    [InlineData("100.1")]
    [InlineData("99.9999")]
    [InlineData("99.")]
    [InlineData("1e2")]
    [InlineData("")]
    public void Percent_RefusesWhatIsNone(string text) => Assert.Null(SloPercent.Parse(text));

    [Theory]
    [InlineData("oncall@example.com", true)]
    [InlineData("on.call+mesh@ops.example.co", true)]
    [InlineData("oncall", false)]
    [InlineData("oncall@example", false)]
    [InlineData("@example.com", false)]
    [InlineData("a b@example.com", false)]
    public void Address_IsOfThePlainForm(string text, bool good) => Assert.Equal(good, EmailAddress.Parse(text) is not null);

    [Fact]
    public void Buckets_AreWhatTheAnnotationSays() => Assert.Equal("{\"istiocustom\":[10,46,80]}", new LatencyBuckets { Edges = [10, 46, 80] }.Value);

    [Fact]
    public void UsualBuckets_Ascend_AndHaveTheGoalsOfTheReferenceScenario()
    {
        Assert.Equal(LatencyBuckets.Usual.Distinct().Order(), LatencyBuckets.Usual);
        Assert.Contains(46, LatencyBuckets.Usual);
        Assert.Contains(80, LatencyBuckets.Usual);
    }

    // The round trips that clouds and others measure, which no floor may be above.
    [Theory]
    [InlineData("us-east-1", "us-east4", 0, 3)]
    [InlineData("us-east-1", "europe-west3", 55, 88)]
    [InlineData("eu-central-1", "us-west1", 70, 140)]
    [InlineData("ap-southeast-2", "us-east4", 140, 200)]
    [InlineData("us-west-2", "us-west1", 0, 10)]
    public void Floor_IsBelowWhatIsMeasured_AndNotFarBelow(string one, string other, double least, double measured)
    {
        Assert.InRange(RegionPlaces.FloorMs(one, other)!.Value, least, measured);
        Assert.Equal(RegionPlaces.FloorMs(one, other), RegionPlaces.FloorMs(other, one));
    }

    [Fact]
    public void Places_AreOfRegionsThatThereAre() => Assert.All(
        RegionPlaces.Regions, region => Assert.True(AwsRegions.Find(region) is not null || GoogleRegions.Find(region) is not null, region));

    [Fact]
    public void Floor_IsNotKnown_WhereAPlaceIsNot() => Assert.Null(RegionPlaces.FloorMs("us-east-1", "us-nowhere9"));
}
