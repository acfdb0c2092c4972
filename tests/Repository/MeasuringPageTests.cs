using System.Globalization;
using System.Text.RegularExpressions;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the page on measuring says is what the tables of facts say.</summary>
public sealed partial class MeasuringPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(ProjectRoot.Path, "docs", "measuring.md"));

    [Fact]
    public void Distances_AreThoseOfTheFacts()
    {
        var rows = Floor().Matches(Page).ToList();
        Assert.True(rows.Count >= 5);
        Assert.All(rows, row => Assert.Equal(
            Math.Round(RegionPlaces.FloorMs(row.Groups["from"].Value, row.Groups["to"].Value)!.Value, 2),
            double.Parse(row.Groups["ms"].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void NamesAndPorts_AreThoseOfTheFacts() => Assert.All(
        new[]
        {
            MeshMetrics.ProbeDurations, MeshMetrics.ProbeCalls, MeshMetrics.ProbeAnswered, MeshMetrics.ProbeSource, MeshMetrics.ProbeTarget, MeshMetrics.ProbeWay,
            ProbeFacts.DirectNamespace, $"TCP {ProbeFacts.DirectPort}", $"port {ProbeFacts.MetricsPort}",
        },
        text => Assert.Contains(text, Page, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<from>[a-z0-9-]+)` \| `(?<to>[a-z0-9-]+)` \| (?<ms>[0-9.]+) ms", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Floor();
}
