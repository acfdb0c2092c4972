using System.CommandLine;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.Explain;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview explain</c>: which field of which object carries what a service's policy demands.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";

    public static Command Build(Surroundings around, ProgramLoader load)
    {
        var stack = PreviewCommand.Stack();
        var service = new NamedArgument("service", "payment") { Description = "A service of it: payment, or payments/payment" };
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell it");
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Tells which fields of which objects carry what a service's policy demands", new(
            [
                "Tells for each element of a service's policy what is demanded, which field carries it in each kind of mesh, what stands there in "
                + "the plan, what would hold without it, and what is taken for true of it.",
            ],
            [],
            [new("explain dev orders", "how the policy of orders becomes objects"), new("explain prod records/archive", "where two namespaces have a service of that name")],
            [Ending.Fine, Ending.BadSettings, Ending.ProgramFailed]))
        {
            stack, service, format, color, project,
        };
        command.SetAction((parsed, _) =>
        {
            var isJson = parsed.GetValue(format) == "json";
            var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
            return new StackRun(around, load).RunAsync(parsed.GetValue(project), parsed.GetValue(stack)!, async loaded =>
            {
                var (policy, asked) = (loaded.Policy, parsed.GetValue(service)!);
                var (named, fault) = NamedService.Of(policy, asked);
                if (fault is not null)
                {
                    return around.Fail(ExitCode.BadSettings, fault.ToString());
                }

                PlanDocument plan;
                using (new Progress(around, $"explaining {named!.Name} ..."))
                {
                    plan = await PreviewRun.FirstUpdateAsync(loaded);
                }

                var explanation = Explanation.Of(policy!, named, [.. PlannedMesh.Of(plan)]);
                around.Tell(isJson ? ExplainJson.Write(plan.Stack, explanation) : ExplainPage.Render(plan.Stack, explanation, style));
                return ExitCode.Fine;
            });
        });
        return command;
    }
}
