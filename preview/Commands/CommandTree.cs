using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>All commands, and what a wrong question is told.</summary>
internal static class CommandTree
{
    /// <summary>A word that begins with @ is a word, not a file of words.</summary>
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>What can stand in the place of a stack, in the order of the help.</summary>
    public static IReadOnlyList<Command> Subcommands(Surroundings around, ProgramLoader load) =>
    [
        VerifyCommand.Build(around, load),
        RenderCommand.Build(around, load),
        ExplainCommand.Build(around, load),
        LintEnvoyCommand.Build(around),
        RulesCommand.Build(around),
        CommentCommand.Build(around),
    ];

    /// <summary>The whole tree.</summary>
    public static RootCommand Build(Surroundings around, ProgramLoader load)
    {
        var (root, lesson) = PreviewCommand.Build(around, load);
        foreach (var command in Subcommands(around, load))
        {
            root.Add(command);
        }

        root.Options.OfType<HelpOption>().Single().Action = new HelpPage(around, lesson);
        return root;
    }

    /// <summary>Does what was typed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load)
    {
        var parsed = Build(around, load).Parse(args, Plain);
        if (Fault(parsed) is { } fault)
        {
            return around.Fail(ExitCode.BadSettings, fault);
        }

        using var text = new StringWriter { NewLine = "\n" };
        var code = await parsed.InvokeAsync(new()
        {
            Output = text,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        around.Tell(Encoding.UTF8.GetBytes(text.ToString()));
        return code;
    }

    private static string? Fault(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        if (parsed.Errors.Count == 0)
        {
            return command.Command is not RootCommand && Before(parsed.RootCommandResult) is { } early
                ? $"{early}: must not stand before {command.Command.Name}; --help shows what there is"
                : null;
        }

        var message = parsed.Errors[0].Message.TrimEnd('.');
        if (message.StartsWith("Required argument missing for command", StringComparison.Ordinal))
        {
            return $"{Missing(command)}; --help shows what else there is";
        }

        return message.StartsWith("--", StringComparison.Ordinal) ? message : $"{message}; --help shows what there is";
    }

    /// <summary>What was said to the root although a command below it was named, which would not hear it.</summary>
    private static string? Before(CommandResult root) => root.Children
        .Select(each => each switch
        {
            OptionResult { Implicit: false } option => option.Option.Recursive ? null : option.Option.Name,
            ArgumentResult { Tokens: [{ Value: var word }, ..] } => word,
            _ => null,
        })
        .FirstOrDefault(word => word is not null);

    private static string Missing(CommandResult command)
    {
        var arguments = command.Command.Arguments;
        var index = arguments.TakeWhile(each => command.GetResult(each)?.Tokens.Count > 0).Count();
        var after = index == 0 ? "" : $" after the {arguments[index - 1].Name}";
        var example = arguments[index] is NamedArgument named ? $", such as {named.Example}" : "";
        return $"a {arguments[index].Name} must be named{after}{example}";
    }
}
