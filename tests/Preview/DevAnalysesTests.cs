using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What the preview tells of dev beyond its resources. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public class DevAnalysesTests
{
    [Fact]
    public async Task Costs_AreThese()
    {
        var cost = PlanReader.Read(await PrintedAsync("json")).Cost!;
        var rows = cost.Fixed.Select(row => $"{Name(row.Urn)} | {row.Item} | {row.Quantity} {row.Unit} x {row.UnitUsd} = {row.MonthlyUsd} | {row.Sku} {row.Region} {row.ReadOn:yyyy-MM-dd}")
            .Concat(cost.Usage.Select(row => $"{Name(row.Urn)} | {row.Item} | by {row.Unit} {row.UnitUsd} | {row.Sku} {row.Region} {row.ReadOn:yyyy-MM-dd}"))
            .Concat(cost.NotPriced.Select(row => $"{Name(row.Urn)} | not priced: {row.Why}"))
            .Append($"fixed {cost.FixedMonthlyUsd}");

        Golden.Equal("dev.cost.txt", string.Join('\n', rows) + "\n");
    }

    [Fact]
    public async Task Timeline_IsThis_AndNotUnderWhatTheCloudsImpose()
    {
        var timeline = PlanReader.Read(await PrintedAsync("json")).Timeline!;
        var lines = timeline.Path.Select(step => $"{step.StartSeconds,5} {step.DurationSeconds,5} {Name(step.Urn)}")
            .Concat(timeline.Floors.Select(floor => $"{floor.Site} {floor.Chain} {floor.FloorSeconds} of {floor.PlannedSeconds}"))
            .Append($"{timeline.LowSeconds} {timeline.CriticalPathSeconds} {timeline.HighSeconds}");

        Golden.Equal("dev.timeline.txt", string.Join('\n', lines) + "\n");
        Assert.All(timeline.Floors, floor => Assert.InRange(floor.FloorSeconds, 1, floor.PlannedSeconds));
    }

    [Fact]
    public async Task Graph_IsDrawnLikeThis() => Golden.Equal("dev.graph.dot", Encoding.UTF8.GetString(await PrintedAsync("dot")));

    private static string Name(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    private static async Task<byte[]> PrintedAsync(string format)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            ["dev", "--format", format],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return output.ToArray();
    }
}
