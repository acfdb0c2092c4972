using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Reports.Markdown;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview comment</c>: the plans of many stacks as one comment of a pull request.</summary>
internal static class CommentCommand
{
    public const string Name = "comment";

    private const string OfPlans = ".json";

    public static async Task<int> RunAsync(string[] args, Surroundings around)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Plans, each written by --format json --out and called STACK.json; or what a preview that failed said, as STACK.txt",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            Name,
            """
            Writes the one comment that a pull request needs, as Markdown: the verdict on every stack first, then each of them folded. It fits
            into a comment of GitHub, whatever the plans hold. docs/pull-requests.md tells how a workflow posts it.

            Exit codes: 0 fine, 2 a file that is not there, or is no plan.
            """)
        {
            files, new HelpOption(),
        };

        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var message = PreviewCommand.FirstError(parsed);
            return around.Fail(
                ExitCode.BadSettings,
                message.StartsWith("a stack", StringComparison.Ordinal) ? "a plan must be named, such as plans/dev.json; --help shows what else there is" : message);
        }

        if (parsed.Action is not null)
        {
            // Only help brings an action of its own.
            return await PreviewCommand.ToldAsync(parsed, around);
        }

        var stacks = new List<StackComment>();
        foreach (var file in parsed.GetValue(files)!)
        {
            var (stack, problem) = Read(file, around.Directory);
            if (stack is null)
            {
                return around.Fail(ExitCode.BadSettings, problem!);
            }

            stacks.Add(stack);
        }

        around.Tell(Encoding.UTF8.GetBytes(CommentReport.Of(stacks)));
        return ExitCode.Fine;
    }

    /// <returns>What to tell of a stack, or why nothing can be told.</returns>
    private static (StackComment? Stack, string? Problem) Read(string file, string directory)
    {
        try
        {
            var path = Path.GetFullPath(file, directory);
            return Path.GetExtension(file) == OfPlans
                ? (StackComment.Of(PlanReader.Read(File.ReadAllBytes(path))), null)
                : (StackComment.OfFailure(Path.GetFileNameWithoutExtension(file), File.ReadAllText(path)), null);
        }
        catch (InvalidPlanException problem)
        {
            return (null, $"{file} is no plan; {problem.Message}; write one with --format json --out");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"{file} is not there; write a plan with --format json --out");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file} cannot be read; {problem.Message.TrimEnd('.')}");
        }
    }
}
