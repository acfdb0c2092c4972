using System.Globalization;
using CrossCloudMesh.Bench;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Evaluation;

// One whole process: from its start to a plan in memory, of as many resources as the first argument says; with the word `preview`, to the
// whole text of a preview: every analysis that there is, and the report. Run it inside the project.
// Prints the number of resources and the process's peak of resident memory, in MiB. bench/whole-process.sh takes the time.
const string Preview = "preview";
if (args is not [var size, .. var rest] || rest is not ([] or [Preview]) || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var resources) || resources < SyntheticStack.ResourcesPerNetwork)
{
    Console.Error.WriteLine($"usage: CrossCloudMesh.WholeProcess <resources, at least {SyntheticStack.ResourcesPerNetwork}> [{Preview}]");
    return 2;
}

var program = new PreviewedProgram(
    "bench",
    "bench",
    new Dictionary<string, string>(StringComparer.Ordinal),
    new HashSet<string>(StringComparer.Ordinal),
    options => new SyntheticStack(resources, options));
if (rest.Length > 0)
{
    var code = await PreviewCommand.RunAsync(
        [program.Stack, "--fail-on", "never"],
        Surroundings.OfProcess() with { Out = Stream.Null },
        (_, _) => new(program, [], []));
    if (code != 0)
    {
        return code;
    }
}
else
{
    var evaluation = await Evaluator.RunAsync(program);
    GC.KeepAlive(PlanDocument.OfFirstUpdate(
        new(program.Project, program.Stack), new(SurvivesUnknownOutputs: true, Sequence<string>.Empty), evaluation.Resources, evaluation.Findings, evaluation.Outputs));
}

Console.WriteLine($"{resources / SyntheticStack.ResourcesPerNetwork * SyntheticStack.ResourcesPerNetwork} {PeakMebibytes()}");
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
