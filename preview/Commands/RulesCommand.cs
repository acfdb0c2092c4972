using System.CommandLine;
using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview rules</c>: what every preview is held against.</summary>
internal static class RulesCommand
{
    public const string Name = "rules";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static Command Build(Surroundings around)
    {
        var format = PreviewCommand.Choice("--format", ["text", "json", "md"], "text", "How to tell them");
        var words = new Argument<string[]>("words")
        {
            Description = "Only rules with all of these in their id, title, severity, scope or references: link, error, cis-eks",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new TaughtCommand(Name, "Lists the rules that every preview is held against", new(
            ["Lists the rules that every preview is held against, with the checks of others that ask the same."],
            [],
            [new("rules", "each rule with its severity"), new("rules link error", "those with both words somewhere"), new("rules --format json", "with its cure and help page too")],
            [Ending.Fine, new(ExitCode.BadSettings, "bad arguments, or no such rule")]))
        {
            words, format,
        };
        command.SetAction(parsed => Run(parsed.GetValue(words) ?? [], parsed.GetValue(format)!, around));
        return command;
    }

    private static int Run(string[] words, string format, Surroundings around)
    {
        if (Array.Find(words, word => word.StartsWith('-')) is { } option)
        {
            return around.Fail(ExitCode.BadSettings, $"{option}: is no option of rules; --help shows what there is");
        }

        var rules = All.Where(rule => Array.TrueForAll(words, word => Holds(rule, word))).ToList();
        if (rules.Count == 0)
        {
            return around.Fail(
                ExitCode.BadSettings,
                $"rules: no rule has {string.Join(" and ", words)} in its id, title, severity, scope or references; `rules` alone lists all {All.Count}");
        }

        around.Tell(format switch
        {
            "json" => Json(rules),
            "md" => Encoding.UTF8.GetBytes(Markdown(rules, "docs/rules/")),
            _ => Encoding.UTF8.GetBytes(Text(rules)),
        });
        return ExitCode.Fine;
    }

    /// <summary>Everything that can stand in brackets behind a finding, in ordinal order.</summary>
    public static IReadOnlyList<RuleFacts> All { get; } =
        [.. AllRules.List.Select(rule => rule.About).Concat(OtherFindings.List).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rules as a table of Markdown.</summary>
    /// <param name="rules">In the order of the table.</param>
    /// <param name="pages">Where their pages are, seen from where the table is to stand, with a slash at the end; empty for beside it.</param>
    public static string Markdown(IEnumerable<RuleFacts> rules, string pages)
    {
        var table = new StringBuilder("| rule | severity | what must be so | asked by others as |\n| --- | --- | --- | --- |\n");
        foreach (var rule in rules)
        {
            table.Append($"| [{rule.Id}]({pages}{rule.Id}.md) | {Words.Of(rule.Severity)} | {rule.Title} | ")
                .Append(rule.References.Count == 0 ? "-" : string.Join(", ", rule.References)).Append(" |\n");
        }

        return table.ToString();
    }

    private static bool Holds(RuleFacts rule, string word) =>
        rule.References.Append(rule.Id).Append(rule.Title).Append(Words.Of(rule.Severity)).Append(Words.Of(rule.Scope))
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Text(List<RuleFacts> rules)
    {
        var page = new StringBuilder();
        var widest = All.Max(rule => rule.Id.Length) + 2;
        foreach (var rule in rules)
        {
            page.Append(rule.Id.PadRight(widest)).Append(Words.Of(rule.Severity).PadRight(9)).Append(rule.Title).Append('\n');
            page.Append("    ").AppendJoin(", ", rule.References.Prepend(rule.HelpPage)).Append('\n');
        }

        return page.ToString();
    }

    private static byte[] Json(List<RuleFacts> rules)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartArray();
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("title", rule.Title);
                json.WriteString("severity", Words.Of(rule.Severity));
                json.WriteString("scope", Words.Of(rule.Scope));
                json.WriteString("fix", rule.Fix);
                json.WriteString("help", rule.HelpPage);
                if (rule.SecuritySeverity is { } security)
                {
                    json.WriteNumber("securitySeverity", security);
                }

                json.WriteStartArray("references");
                foreach (var reference in rule.References)
                {
                    json.WriteStringValue(reference);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
