using System.CommandLine;
using System.CommandLine.Help;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview verify</c>: whether the sites of a stack reach one another whatever fails.</summary>
internal static class VerifyCommand
{
    public const string Name = "verify";

    public static async Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load)
    {
        var stack = new Argument<string>("stack") { Description = "The stack to look at: dev reads stacks/Pulumi.dev.yaml" };
        var depth = PreviewCommand.Choice("--depth", ["1", "2"], "2", "How many parts fail at once, at most");
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell it");
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new Command(
            Name,
            """
            Proves from the planned resources that joined sites reach one another both ways, whatever fails, or shows what breaks them.

            Exit codes: 0 proven, 2 bad settings or arguments, 4 the program failed, 5 not proven.
            """)
        {
            stack, depth, format, color, project, new HelpOption(),
        };

        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await around.Error.WriteLineAsync(PreviewCommand.FirstError(parsed));
            return ExitCode.BadSettings;
        }

        if (parsed.Action is not null)
        {
            // Only help brings an action of its own.
            return await PreviewCommand.ToldAsync(parsed, around);
        }

        var isJson = parsed.GetValue(format) == "json";
        var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
        return await new StackRun(around, load).RunAsync(parsed.GetValue(project), parsed.GetValue(stack)!, async loaded =>
        {
            var program = loaded.Program!;
            NetworkReport? report;
            using (new Progress(around, $"verifying {program.Stack} ..."))
            {
                var evaluation = await Evaluator.RunAsync(program);
                report = NetworkProof.Of(evaluation.Resources, evaluation.Outputs, parsed.GetValue(depth) == "1" ? 1 : 2);
            }

            around.Tell(isJson ? PlanWriter.Write(report) : ProofPage.Render(new(program.Project, program.Stack), report, style));
            return report is not null && report.Pairs.Any(pair => pair.Counterexample is not null) ? ExitCode.Findings : ExitCode.Fine;
        });
    }
}
