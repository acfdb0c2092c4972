using System.CommandLine;
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

    public static Command Build(Surroundings around, ProgramLoader load)
    {
        var stack = PreviewCommand.Stack();
        var depth = PreviewCommand.Choice("--depth", ["1", "2"], "2", "How many parts fail at once, at most");
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell it");
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Proves that the sites of a stack reach one another, whatever fails", new(
            ["Proves from the planned resources that joined sites reach one another both ways, whatever fails, or shows what breaks them."],
            [],
            [new("verify dev", "the paths between its sites, and what of them may fail"), new("verify prod --depth 1", "what holds while one part is down")],
            [new(ExitCode.Fine, "proven"), Ending.BadSettings, Ending.ProgramFailed, new(ExitCode.Findings, "not proven")]))
        {
            stack, depth, format, color, project,
        };
        command.SetAction((parsed, _) =>
        {
            var isJson = parsed.GetValue(format) == "json";
            var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
            return new StackRun(around, load).RunAsync(parsed.GetValue(project), parsed.GetValue(stack)!, async loaded =>
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
        });
        return command;
    }
}
