using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>Answers shells: <c>preview "[suggest:N]" "LINE"</c> prints what the word at letter N of a line can become, one a line.</summary>
/// <remarks>
/// The library's own answer fails on <c>--option=w</c>, and names every option and alias behind every word; this one names options where
/// one is begun or nothing else can stand, and commands only in the place of the stack.
/// </remarks>
/// <param name="around">Where it is printed.</param>
/// <param name="directive">Holds N; the whole line where it is missing.</param>
/// <param name="parser">How lines are read.</param>
internal sealed class SuggestAction(Surroundings around, SuggestDirective directive, ParserConfiguration parser) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        var asked = parseResult.GetResult(directive)?.Values is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : line.Length;
        around.Tell(System.Text.Encoding.UTF8.GetBytes(string.Concat(
            Words(parseResult.RootCommandResult.Command, line[..Math.Min(asked, line.Length)]).Select(word => word + "\n"))));
        return ExitCode.Fine;
    }

    private IEnumerable<string> Words(Command root, string typed)
    {
        // What stands before the word decides what it can become; after = it is the word of an option.
        var start = typed.LastIndexOfAny([' ', '=']) + 1;
        var (before, begun) = (typed[..start].Replace('=', ' '), typed[start..]);
        var parsed = root.Parse(before, parser);
        var command = parsed.CommandResult;
        var options = command.Command.Options.Concat(root.Options.Where(option => option.Recursive)).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
        var isTaken = command.Children.OfType<ArgumentResult>().Any(argument => argument.Tokens.Count > 0);
        var all = parsed.GetCompletions(before.Length)
            .Select(item => item.Label)
            .Where(word => word.StartsWith(begun, StringComparison.Ordinal))
            .Where(word => !isTaken || command.Command.Subcommands.All(each => each.Name != word))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var places = all.Where(word => !options.Contains(word)).ToList();
        return places.Count > 0 ? places : all.Where(word => word.StartsWith("--", StringComparison.Ordinal) && !IsGiven(command, word));
    }

    private static bool IsGiven(CommandResult command, string option) =>
        command.Children.OfType<OptionResult>().Any(result => !result.Implicit && result.Option.Name == option);
}
