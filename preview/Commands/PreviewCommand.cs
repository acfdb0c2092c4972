using System.CommandLine;
using System.CommandLine.Parsing;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>The command line: what can be asked, and what a wrong question is told.</summary>
public static class PreviewCommand
{
    private static readonly string[] Details = ["summary", "changes", "full"];
    private static readonly string[] Severities = ["error", "warning", "info", "never"];
    private static readonly string[] Colors = ["auto", "always", "never"];

    /// <summary>Runs the command.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="around">Streams and environment.</param>
    /// <param name="load">Finds the program of a stack.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load)
    {
        if (args is [RulesCommand.Name, .. var rest])
        {
            return await RulesCommand.RunAsync(rest, around);
        }

        if (args is [VerifyCommand.Name, .. var asked])
        {
            return await VerifyCommand.RunAsync(asked, around, load);
        }

        if (args is [RenderCommand.Name, .. var named])
        {
            return await RenderCommand.RunAsync(named, around, load);
        }

        if (args is [ExplainCommand.Name, .. var told])
        {
            return await ExplainCommand.RunAsync(told, around, load);
        }

        if (args is [LintEnvoyCommand.Name, .. var linted])
        {
            return await LintEnvoyCommand.RunAsync(linted, around);
        }

        if (args is [CommentCommand.Name, .. var plans])
        {
            return await CommentCommand.RunAsync(plans, around);
        }

        var stack = new Argument<string>("stack") { Description = "The stack to look at: dev reads stacks/Pulumi.dev.yaml" };
        var format = Choice("--format", Report.Formats, "text", "How to tell it");
        var output = new Option<string?>("--out") { Description = "Write to this file, whole or not at all, instead of standard output", HelpName = "file" };
        var detail = Choice("--detail", Details, "changes", "How much of it, in the text format");
        var failOn = Choice("--fail-on", Severities, "error", "The least finding that ends with exit code 5");
        var color = Color();
        var project = Project();
        var basis = new Option<string?>("--base") { Description = "Compare with this plan, written by --format json --out", HelpName = "file" };
        var expectNone = new Option<bool>("--expect-no-changes") { Description = "End with exit code 7 if anything differs from --base" };
        var root = new RootCommand(
            """
            Shows what `pulumi up` of a stack would do, without a cloud account, an engine or a network.

            `rules` in place of a stack lists the rules that every preview is held against;
            `verify` in front of one tells the proof of its networks alone,
            `render` in front of one writes what goes into its clusters as YAML;
            `explain` in front of one and a service tells which fields carry the service's policy;
            `lint-envoy` in front of a file that an Envoy starts with finds what is wrong with it;
            `comment` in front of the plans of many stacks writes the one comment of a pull request.

            Exit codes: 0 fine, 2 bad settings or arguments, 4 the program failed, 5 findings at or above --fail-on,
            7 changes where none were expected.
            """)
        {
            stack, format, output, detail, failOn, color, project, basis, expectNone,
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await around.Error.WriteLineAsync(FirstError(parsed));
            return ExitCode.BadSettings;
        }

        if (parsed.Action is not null)
        {
            // Only help and version bring an action of their own.
            return await ToldAsync(parsed, around);
        }

        if (parsed.GetValue(expectNone) && parsed.GetValue(basis) is null)
        {
            await around.Error.WriteLineAsync("--expect-no-changes: needs --base, or everything is a change");
            return ExitCode.BadSettings;
        }

        return await new PreviewRun(around, load).RunAsync(new(
            parsed.GetValue(stack)!,
            Report.Of(parsed.GetValue(format)!),
            parsed.GetValue(output),
            DetailOf(parsed.GetValue(detail)!),
            Words.SeverityOf(parsed.GetValue(failOn)!),
            ColorOf(parsed.GetValue(color)!),
            parsed.GetValue(project),
            parsed.GetValue(basis),
            parsed.GetValue(expectNone)));
    }

    private static Detail DetailOf(string word) => word switch
    {
        "summary" => Detail.Summary,
        "full" => Detail.Full,
        _ => Detail.Changes,
    };

    internal static Option<string> Color() => Choice("--color", Colors, "auto", "Whether to colour the text; auto follows the terminal and NO_COLOR");

    internal static bool? ColorOf(string word) => word switch
    {
        "always" => true,
        "never" => false,
        _ => null,
    };

    internal static Option<string?> Project() =>
        new("--project") { Description = "A folder of the project, instead of the current one", HelpName = "folder" };

    internal static Option<string> Choice(string name, string[] known, string normal, string description)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}: {string.Join(", ", known)}",
            DefaultValueFactory = _ => normal,
            HelpName = "word",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && Array.IndexOf(known, word) < 0)
            {
                result.AddError($"{name}: must be one of {string.Join(", ", known)}; got {word}");
            }
        });
        return option;
    }

    internal static string FirstError(ParseResult parsed)
    {
        var message = parsed.Errors[0].Message.TrimEnd('.');
        if (message.StartsWith("Required argument missing for command", StringComparison.Ordinal))
        {
            return "a stack must be named, such as dev; --help shows what else there is";
        }

        return message.StartsWith("--", StringComparison.Ordinal) ? message : $"{message}; --help shows what there is";
    }

    internal static async Task<int> ToldAsync(ParseResult parsed, Surroundings around)
    {
        await using var text = new StreamWriter(around.Out, leaveOpen: true) { NewLine = "\n" };
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = text, Error = around.Error });
    }
}
