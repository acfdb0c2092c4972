using System.CommandLine;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>The root of the command line: the preview of a stack, and what its commands share.</summary>
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
    public static Task<int> RunAsync(string[] args, Surroundings around, ProgramLoader load) => CommandTree.RunAsync(args, around, load);

    /// <summary>The root: the preview of a stack.</summary>
    internal static (RootCommand Root, Lesson Lesson) Build(Surroundings around, ProgramLoader load)
    {
        var stack = Stack();
        var format = Choice("--format", Report.Formats, "text", "How to tell it");
        var output = new Option<string?>("--out") { Description = "Write to this file, whole or not at all, instead of standard output", HelpName = "file" };
        var detail = Choice("--detail", Details, "changes", "How much of it, in the text format");
        var failOn = Choice("--fail-on", Severities, "error", "The least finding that ends with exit code 5");
        var color = Color();
        var project = Project();
        var basis = new Option<string?>("--base") { Description = "Compare with this plan, written by --format json --out", HelpName = "file" };
        var expectNone = new Option<bool>("--expect-no-changes") { Description = "End with exit code 7 if anything differs from --base" };
        var root = new RootCommand("Shows what `pulumi up` of a stack would do")
        {
            stack, format, output, detail, failOn, color, project, basis, expectNone,
        };

        root.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(expectNone) && parsed.GetValue(basis) is null)
            {
                return Task.FromResult(around.Fail(ExitCode.BadSettings, "--expect-no-changes: needs --base, or everything is a change"));
            }

            return new PreviewRun(around, load).RunAsync(new(
                parsed.GetValue(stack)!,
                Report.Of(parsed.GetValue(format)!),
                parsed.GetValue(output),
                DetailOf(parsed.GetValue(detail)!),
                Words.SeverityOf(parsed.GetValue(failOn)!),
                ColorOf(parsed.GetValue(color)!),
                parsed.GetValue(project),
                parsed.GetValue(basis),
                parsed.GetValue(expectNone)));
        });

        return (root, new(
            ["Shows what `pulumi up` of a stack would do, without a cloud account, an engine or a network."],
            [
                new("What it tells", format, detail, output, color),
                new("What it compares with", basis, expectNone),
            ],
            [
                new("dev", "what a first `pulumi up` of dev would make, and what is wrong with it"),
                new("dev --detail full", "each resource with its inputs and its line in the program"),
                new("dev --format json --out before.json", "the whole plan, to compare with later"),
                new("dev --base before.json", "what has changed since"),
                new("prod --format md --fail-on warning", "for a pull request, stricter than usual"),
            ],
            [
                Ending.Fine,
                Ending.BadSettings,
                Ending.ProgramFailed,
                new(ExitCode.Findings, "findings at or above --fail-on"),
                new(ExitCode.Changes, "changes where none were expected"),
            ]));
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

    internal static NamedArgument Stack() => new("stack", "dev") { Description = "The stack to look at: dev reads stacks/Pulumi.dev.yaml" };

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
        option.CompletionSources.Add(known);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && Array.IndexOf(known, word) < 0)
            {
                result.AddError($"{name}: must be one of {string.Join(", ", known)}; got {word}");
            }
        });
        return option;
    }
}
