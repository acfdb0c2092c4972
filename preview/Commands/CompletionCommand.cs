using System.CommandLine;
using System.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview completion</c>: what a shell needs to complete the command line.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";

    public static Command Build(Surroundings around)
    {
        var shell = new NamedArgument("shell", "bash", [.. CompletionScripts.All.Select(script => script.Shell)])
        {
            Description = string.Join(", ", CompletionScripts.All.Select(script => script.Shell)),
        };
        var command = new TaughtCommand(Name, "Prints the script by which a shell completes commands, options and stacks", new(
            [
                "Prints the script by which a shell completes commands, options and their words, the stacks of the project and the services of a "
                + $"stack. It asks the command named {HelpPage.Program}, which must be on the PATH: docs/commands.md says how.",
            ],
            [],
            [.. CompletionScripts.All.Select(script => new Example($"{Name} {script.Shell}", script.Install))],
            [Ending.Fine, new(ExitCode.BadSettings, "bad arguments")]))
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            around.Tell(Encoding.UTF8.GetBytes(CompletionScripts.All.Single(script => script.Shell == parsed.GetValue(shell)).Text));
            return ExitCode.Fine;
        });
        return command;
    }
}
