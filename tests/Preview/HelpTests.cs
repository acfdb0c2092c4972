using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What each command says of itself, here and in docs/commands.md. UPDATE_GOLDEN=1 writes both anew; the tables of the page, not its prose.</summary>
public sealed partial class HelpTests
{
    private const string Root = "preview";

    private static readonly string PageFile = Path.Combine(ProjectRoot.Path, "docs", "commands.md");

    private static readonly Surroundings Around = new() { Out = Stream.Null, Error = TextWriter.Null, Directory = ProjectRoot.Path, Variable = _ => null };

    public static TheoryData<string> Names => [.. Commands.Select(NameOf)];

    private static IEnumerable<Command> Commands
    {
        get
        {
            var root = CommandTree.Build(Around, MeshProgram.Load);
            return [root, .. root.Subcommands];
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EachCommand_Teaches(string name)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(name == Root ? ["--help"] : [name, "--help"], Around with { Out = output, Error = error }, MeshProgram.Load);

        Assert.Equal((0, ""), (code, error.ToString()));
        Golden.Equal($"help/{name}.txt", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachExample_CanBeTyped(string name)
    {
        var command = Commands.Single(each => NameOf(each) == name);
        var root = command as RootCommand ?? (RootCommand)command.Parents.Single();
        Assert.NotEmpty(Help(root).LessonOf(command).Examples);
        Assert.All(Help(root).LessonOf(command).Examples, example =>
        {
            var parsed = root.Parse(example.Args);
            Assert.Empty(parsed.Errors);
            Assert.Equal(name, NameOf(parsed.CommandResult.Command));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePage_HasEachArgumentOptionAndExitCode_AndNoOther(string name)
    {
        var command = Commands.Single(each => NameOf(each) == name);
        var page = File.ReadAllText(PageFile);
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->\n");
        Assert.Contains(begin, page, StringComparison.Ordinal);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        var table = Table(command);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(PageFile, page[..from] + table + page[to..]);
        }
        else
        {
            Assert.Equal(table, page[from..to]);
        }
    }

    [Fact]
    public void ThePage_HasNoOtherCommand() => Assert.Equal(
        Commands.Select(NameOf), Heading().Matches(File.ReadAllText(PageFile)).Select(heading => heading.Groups["name"].Value));

    private static string NameOf(Command command) => command is RootCommand ? Root : command.Name;

    private static HelpPage Help(RootCommand root) => (HelpPage)root.Options.Single(option => option.Name == "--help").Action!;

    private static string Table(Command command)
    {
        var lesson = Help(command as RootCommand ?? (RootCommand)command.Parents.Single()).LessonOf(command);
        var page = new StringBuilder("| argument, option or exit code | what |\n| --- | --- |\n");
        foreach (var argument in command.Arguments)
        {
            page.Append($"| `{HelpPage.Placed(argument)}` | {argument.Description} |\n");
        }

        foreach (var option in HelpPage.Grouped(command, lesson).SelectMany(group => group.Options))
        {
            page.Append($"| `{HelpPage.Typed(option)}` | {HelpPage.Told(option)} |\n");
        }

        foreach (var (code, meaning) in lesson.Ends)
        {
            page.Append($"| {code} | {meaning} |\n");
        }

        return page.ToString();
    }

    [GeneratedRegex("^## `(?:preview )?(?<name>[a-z-]+)(?: <stack>)?`$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
