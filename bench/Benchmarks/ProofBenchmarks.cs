using BenchmarkDotNet.Attributes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network;

namespace CrossCloudMesh.Bench;

/// <summary>The network proof by sites and depth: half of the sites in each cloud, and a link from each to each.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(5)]
public class ProofBenchmarks
{
    private PlanDocument plan = null!;

    [Params(2, 10, 20, 40)]
    public int Sites { get; set; }

    /// <summary>How many things fail at once.</summary>
    [Params(1, 2)]
    public int Depth { get; set; }

    [GlobalSetup]
    public void Prepare() => plan = Estate.Of(Sites / 2, Sites / 2);

    [Benchmark]
    public NetworkReport? Prove() => NetworkProof.Of(plan, Depth);
}
