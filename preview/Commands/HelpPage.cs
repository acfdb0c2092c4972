using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>The help of a command: what it does, how it is called, examples, and how it ends.</summary>
/// <param name="around">Where it is shown.</param>
/// <param name="rootLesson">What the root teaches.</param>
internal sealed class HelpPage(Surroundings around, Lesson rootLesson) : SynchronousCommandLineAction
{
    public const string Program = "preview";

    private const int Indent = 2;
    private const int Gap = 2;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        around.Tell(Of(parseResult.CommandResult.Command));
        return ExitCode.Fine;
    }

    /// <summary>The page of one command of the tree.</summary>
    public ReadOnlyMemory<byte> Of(Command command)
    {
        var lesson = command is TaughtCommand taught ? taught.Lesson : rootLesson;
        var page = new Canvas(new(Detail.Full, around.WantsColor(around.IsOutTerminal), around.IsUnicode));
        foreach (var paragraph in lesson.About)
        {
            page.Flow(paragraph.Split(' '));
            page.Line();
        }

        Title(page, "Usage");
        page.To(Indent).Line(Usage(command));
        if (command.Subcommands.Count > 0)
        {
            page.To(Indent).Line($"{Program} <command> --help");
        }

        Table(page, "Commands", command.Subcommands.Select(each => (each.Name, each.Description!)));
        Table(page, "Arguments", command.Arguments.Select(each => (Placed(each), each.Description!)));
        foreach (var group in Grouped(command, lesson))
        {
            Table(page, group.Title, group.Options.Select(each => (Typed(each), Told(each))));
        }

        Table(page, "Examples", lesson.Examples.Select(each => ($"{Program} {each.Args}", each.Purpose)));
        Table(page, "Exit codes", lesson.Ends.Select(each => ($"{each.Code}", each.Meaning)));
        return page.ToUtf8();
    }

    /// <summary>Groups of the lesson, then what is in none.</summary>
    private static IEnumerable<OptionGroup> Grouped(Command command, Lesson lesson)
    {
        var rest = command.Options.Except(lesson.Groups.SelectMany(group => group.Options)).Where(option => !option.Hidden);
        return [.. lesson.Groups, new OptionGroup(lesson.Groups.Count == 0 ? "Options" : "Other options", [.. rest])];
    }

    private static string Usage(Command command)
    {
        IEnumerable<string> words =
            [Program, .. command is RootCommand ? [] : new[] { command.Name }, .. command.Arguments.Select(Placed), .. command.Options.Count == 0 ? [] : new[] { "[options]" }];
        return string.Join(' ', words);
    }

    private static string Placed(Argument argument) => argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>";

    private static string Typed(Option option)
    {
        var names = option is HelpOption ? "--help, -h" : option.Name;
        return option.HelpName is { } value ? $"{names} <{value}>" : names;
    }

    private static string Told(Option option) =>
        option is Option<string> { HasDefaultValue: true } choice ? $"{choice.Description}; {choice.GetDefaultValue()} if left out" : option.Description!;

    private static void Title(Canvas page, string title) => page.Line($"{title}:", Ink.Strong);

    private static void Table(Canvas page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Line();
        Title(page, title);
        var column = Indent + Gap + all.Max(row => row.Left.Length);
        foreach (var (left, right) in all)
        {
            page.To(Indent).Write(left).To(column).Flow(right.Split(' '));
        }
    }
}
