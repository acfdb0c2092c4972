namespace CrossCloudMesh.Tests.Preview;

/// <summary>What small edits of every day do to what is deployed. UPDATE_GOLDEN=1 writes the files anew; read them.</summary>
[Collection(Evaluations.Name)]
public sealed class UpkeepDiffTests : IDisposable
{
    private readonly DevDiffs diffs = new();

    public void Dispose() => diffs.Dispose();

    [Fact]
    public async Task ShorterRetention_IsToldAsLoss() => await HoldsAsync("shorten-retention", "logRetentionDays: 30", "logRetentionDays: 14");

    [Fact]
    public async Task LongerRetention_IsNone() => await HoldsAsync("lengthen-retention", "logRetentionDays: 30", "logRetentionDays: 90");

    [Fact]
    public async Task AlarmThreshold_ChangesItsAlarms_AndNothingElse() => await HoldsAsync("alarm-threshold", "thresholdMs: 46", "thresholdMs: 60");

    [Fact]
    public async Task AnotherTag_IsToldOnce_HoweverManyHaveIt() => await HoldsAsync("change-tag", "cost-center: engineering", "cost-center: trading");

    [Fact]
    public async Task OperatorRange_OpensTheClusters_ToOthers() => await HoldsAsync("operator-range", "203.0.113.0/24", "198.51.100.0/24");

    [Fact]
    public async Task Collector_RaisesItsChart() => await HoldsAsync("collector-replicas", "replicas: 1, queueGibibytes: 2", "replicas: 2, queueGibibytes: 2");

    private Task HoldsAsync(string name, string old, string now) => diffs.HoldsAsync(name, DevDiffs.Dev, DevDiffs.Edited(old, now));
}
