using CrossCloudMesh.Facts;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

public sealed class KubernetesSupportTests
{
    [Theory]
    [InlineData(KubernetesService.Eks)]
    [InlineData(KubernetesService.Gke)]
    public void Lists_EachVersionOnce_OldestFirst_WithDatesThatFollowOneAnother(KubernetesService service)
    {
        var rows = KubernetesSupport.Of(service).ToArray();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => row.Version.Minor).Distinct().Order(), rows.Select(row => row.Version.Minor));
        Assert.Equal(rows.Select(row => row.ReleasedOn ?? DateOnly.MaxValue).Order(), rows.Select(row => row.ReleasedOn ?? DateOnly.MaxValue));
        Assert.All(rows.Where(row => row.StandardSupportEndsOn is not null), row => Assert.True(row.ReleasedOn < row.StandardSupportEndsOn));
        Assert.All(rows.Where(row => row.ExtendedSupportEndsOn is not null), row => Assert.True(row.StandardSupportEndsOn < row.ExtendedSupportEndsOn));
        Assert.All(rows, row => Assert.StartsWith("https://", row.Source.Url));
        Assert.All(rows, row => Assert.Equal(KubernetesSupport.ReadOn, row.Source.ReadOn));
    }

    [Fact]
    public void Counts_TheDayOnWhichSupportEnds_AsTheFirstWithout()
    {
        var release = KubernetesSupport.Find(KubernetesService.Eks, "1.36")!;

        Assert.True(release.IsSupportedOn(new(2027, 8, 1), isExtended: false));
        Assert.False(release.IsSupportedOn(new(2027, 8, 2), isExtended: false));
        Assert.True(release.IsSupportedOn(new(2027, 8, 2), isExtended: true));
        Assert.True(KubernetesSupport.Find(KubernetesService.Eks, "1.37")!.IsSupportedOn(DateOnly.MaxValue, isExtended: false));
    }

    [Theory]
    [InlineData("1.35", "1.35")]
    [InlineData("1.35.8-gke.1225000", "1.35")]
    [InlineData("1.350", null)]
    [InlineData("latest", null)]
    public void Finds_AVersion_ByItsMinor(string text, string? found) =>
        Assert.Equal(found, KubernetesSupport.Find(KubernetesService.Gke, text)?.Version.ToString());
}
