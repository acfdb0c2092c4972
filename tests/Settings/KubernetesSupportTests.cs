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
        Assert.All(rows, row => Assert.StartsWith("https://", row.Source.Url));
    }
}
