using BenchmarkDotNet.Attributes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Timeline;
using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Bench;

/// <summary>The steps of a preview one by one, on stacks of two sizes whose quotient shows how each step grows.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(10)]
public class KernelBenchmarks
{
    private PlanDocument plan = null!;
    private PlanDocument edited = null!;
    private ReadOnlyMemory<byte> json;

    /// <summary>Resources of the stack.</summary>
    [Params(1020, 10020)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        plan = PlanOf(Evaluate());
        edited = PlanOf(Evaluate("second"));
        json = PlanWriter.Write(plan);
    }

    [Benchmark]
    public EvaluatedProgram Evaluate() => Evaluate("first");

    /// <summary>Three in ten resources differ: every group is replaced, and its rules follow.</summary>
    [Benchmark]
    public PlanDocument Compare() => PlanComparison.Of(plan, edited);

    private EvaluatedProgram Evaluate(string edition) => Evaluator.RunAsync(new PreviewedProgram(
        "bench",
        "bench",
        new Dictionary<string, string>(StringComparer.Ordinal),
        new HashSet<string>(StringComparer.Ordinal),
        options => new SyntheticStack(Resources, options, edition))).GetAwaiter().GetResult();

    [Benchmark]
    public IReadOnlyList<Finding> Rules() => AllRules.Judge(plan.Resources);

    [Benchmark]
    public CreationTimeline Timeline() => CreationTimeline.Of(plan.Resources);

    [Benchmark]
    public CostEstimate Cost() => CostEstimate.Of(plan.Resources);

    [Benchmark]
    public ReadOnlyMemory<byte> WriteJson() => PlanWriter.Write(plan);

    [Benchmark]
    public PlanDocument ReadJson() => PlanReader.Read(json);

    [Benchmark]
    public string Topology() => TopologyPicture.Draw(plan);

    [Benchmark]
    public string Graph() => GraphPicture.Draw(plan);

    private static PlanDocument PlanOf(EvaluatedProgram evaluation) => PlanDocument.OfFirstUpdate(
        new("bench", "bench"),
        new(SurvivesUnknownOutputs: true, Sequence<string>.Empty),
        evaluation.Resources,
        evaluation.Findings,
        evaluation.Outputs) with
    {
        Cost = CostEstimate.Of(evaluation.Resources),
        Timeline = CreationTimeline.Of(evaluation.Resources),
    };
}
