using System.CommandLine;
using System.Text;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Reports.Markdown;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview comment</c>: the plans of many stacks as one comment of a pull request.</summary>
internal static class CommentCommand
{
    public const string Name = "comment";

    private const string OfPlans = ".json";

    public static Command Build(Surroundings around)
    {
        var files = new Argument<string[]>("plan")
        {
            Description = "Plans, each written by --format json --out as STACK.json; or what a preview that failed said, as STACK.txt",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new TaughtCommand(Name, "Writes the one comment that a pull request needs", new(
            [
                "Writes the one comment that a pull request needs, as Markdown: the verdict on every stack first, then each of them folded. It "
                + "fits into a comment of GitHub, whatever the plans hold. docs/pull-requests.md tells how a workflow posts it.",
            ],
            [],
            [new("comment plans/*.json", "all stacks of which there are plans, in one comment")],
            [Ending.Fine, new(ExitCode.BadSettings, "a file that is not there, or is no plan")]))
        {
            files,
        };
        command.SetAction(parsed =>
        {
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
        });
        return command;
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
