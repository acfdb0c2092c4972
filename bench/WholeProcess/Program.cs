using System.Globalization;
using CrossCloudMesh.Bench;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Timeline;
using CrossCloudMesh.Preview.Evaluation;

// One whole process: from its start to a plan in memory, of as many resources as the first argument says; with the word `analyses`,
// to everything that is told of it: findings of all rules, timeline and costs.
// Prints the number of resources and the process's peak of resident memory, in MiB. bench/whole-process.sh takes the time.
const string Analyses = "analyses";
if (args is not [var size, .. var rest] || rest is not ([] or [Analyses]) || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var resources) || resources < SyntheticStack.ResourcesPerNetwork)
{
    Console.Error.WriteLine($"usage: CrossCloudMesh.WholeProcess <resources, at least {SyntheticStack.ResourcesPerNetwork}> [{Analyses}]");
    return 2;
}

var evaluation = await Evaluator.RunAsync(new PreviewedProgram(
    "bench",
    "bench",
    new Dictionary<string, string>(StringComparer.Ordinal),
    new HashSet<string>(StringComparer.Ordinal),
    options => new SyntheticStack(resources, options)));
var plan = PlanDocument.OfFirstUpdate(
    new("bench", "bench"),
    new(SurvivesUnknownOutputs: true, Sequence<string>.Empty),
    evaluation.Resources,
    rest.Length == 0 ? evaluation.Findings : [.. evaluation.Findings, .. AllRules.Judge(evaluation.Resources)],
    evaluation.Outputs);
if (rest.Length > 0)
{
    plan = plan with { Cost = CostEstimate.Of(evaluation.Resources), Timeline = CreationTimeline.Of(evaluation.Resources) };
    GC.KeepAlive(plan);
}

Console.WriteLine($"{plan.Resources.Count} {PeakMebibytes()}");
return 0;

static string PeakMebibytes()
{
    const string Peak = "VmHWM:";
    const string Status = "/proc/self/status";
    if (!File.Exists(Status))
    {
        return "-";
    }

    var line = File.ReadLines(Status).First(line => line.StartsWith(Peak, StringComparison.Ordinal));
    var kibibytes = long.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    return (kibibytes / 1024.0).ToString("F1", CultureInfo.InvariantCulture);
}
