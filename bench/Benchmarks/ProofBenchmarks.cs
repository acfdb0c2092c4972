using BenchmarkDotNet.Attributes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network;

namespace CrossCloudMesh.Bench;

/// <summary>The network proof by itself, half of the sites on each cloud, each of the one joined with each of the other.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(3)]
public class ProofBenchmarks
{
    private PlanDocument plan = null!;

    [Params(2, 4, 8, 16, 20, 40)]
    public int Sites { get; set; }

    /// <summary>How many parts fail at once, at most.</summary>
    [Params(1, 2)]
    public int Depth { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        plan = Estate.Of(Sites / 2, Sites / 2);
        var report = Prove();
        Console.WriteLine($"// {Sites} sites, depth {Depth}: {report.Pairs.Count} pairs, {report.Domains} parts, {report.FailureSets} sets, {report.Pairs.Count(pair => pair.Counterexample is not null)} broken");
    }

    [Benchmark]
    public NetworkReport Prove() => NetworkProof.Of(plan, Depth)!;
}
