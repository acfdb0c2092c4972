using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>All commands, and what a wrong question is told.</summary>
internal static class CommandTree
{
    /// <summary>The variable that makes faults of the preview and of the program show where they come from.</summary>
    public const string Debug = "PREVIEW_DEBUG";

    /// <summary>A word that begins with @ is a word, not a file of words.</summary>
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>What can stand in the place of a stack, in the order of the help.</summary>
    public static IReadOnlyList<Command> Subcommands(Surroundings around, ProgramLoader load) =>
    [
        VerifyCommand.Build(around, load),
        RenderCommand.Build(around, load),
        ExplainCommand.Build(around, load),
        MigrateCommand.Build(around, load),
        LintEnvoyCommand.Build(around),
        RulesCommand.Build(around),
        CommentCommand.Build(around),
        SchemaCommand.Build(around),
        DoctorCommand.Build(around, load),
        CompletionCommand.Build(around),
    ];

    /// <summary>The whole tree.</summary>
    public static RootCommand Build(Surroundings around, ProgramLoader load)
    {
        var (root, lesson) = PreviewCommand.Build(around, load);
        foreach (var command in Subcommands(around, load))
        {
            root.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        (help.Action, help.Description) = (new HelpPage(around, lesson), "Show this");
        root.Options.OfType<VersionOption>().Single().Description = "Show the version";
        var suggest = root.Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new SuggestAction(around, suggest, Plain);
        return root;
    }

    /// <summary>Does what was typed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load)
    {
        try
        {
            var parsed = Build(around, load).Parse(args, Plain);
            return Fault(parsed) is { } fault ? around.Fail(ExitCode.BadSettings, fault) : await InvokeAsync(parsed, around);
        }
        catch (UntoldException fault)
        {
            return around.Fail(ExitCode.Internal, fault.Message);
        }
        catch (Exception fault) when (string.IsNullOrEmpty(around.Variable(Debug)))
        {
            return around.Fail(
                ExitCode.Internal, $"the preview itself failed: {fault.GetType().FullName}: {fault.Message}; set {Debug}=1 to see where");
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, Surroundings around)
    {
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
            return Unknown(parsed) is { } option ? $"{option}: there is no such option; --help shows what there is"
                : command.Command is not RootCommand && Before(parsed.RootCommandResult) is { } early
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

    /// <summary>An option that nobody knows, which would be taken for a stack or a file; a shell that asks what could be typed may say anything.</summary>
    private static string? Unknown(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.Directive)
        ? null
        : parsed.CommandResult.Children.Concat(parsed.RootCommandResult.Children).OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(word => word.Length > 1 && word[0] == '-');

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
        var example = arguments[index] is INamedArgument named ? $", such as {named.Example}" : "";
        return $"a {arguments[index].Name} must be named{after}{example}";
    }
}
