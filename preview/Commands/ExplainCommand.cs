using System.CommandLine;
using System.CommandLine.Help;
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

    public static async Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load)
    {
        var stack = new Argument<string>("stack") { Description = "The stack to look at: dev reads stacks/Pulumi.dev.yaml" };
        var service = new Argument<string>("service") { Description = "A service of it: payment, or payments/payment" };
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell it");
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new Command(
            Name,
            """
            Tells for each element of a service's policy what is demanded, which field carries it in each kind of mesh, what stands there in
            the plan, what would hold without it, and what is taken for true of it.

            Exit codes: 0 fine, 2 bad settings or arguments, 4 the program failed.
            """)
        {
            stack, service, format, color, project, new HelpOption(),
        };

        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var message = PreviewCommand.FirstError(parsed);
            await around.Error.WriteLineAsync(args is [not ['-', ..], ..] && message.StartsWith("a stack", StringComparison.Ordinal)
                ? "a service must be named after the stack, such as payment; --help shows what else there is"
                : message);
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
    }
}
