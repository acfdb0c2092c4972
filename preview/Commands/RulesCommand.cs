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
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell them");
        var command = new TaughtCommand(Name, "Lists the rules that every preview is held against", new(
            ["Lists the rules that every preview is held against, with the checks of others that ask the same."],
            [],
            [new("rules", "each rule with its severity"), new("rules --format json", "with its cure and help page too")],
            [Ending.Fine, new(ExitCode.BadSettings, "bad arguments")]))
        {
            format,
        };
        command.SetAction(parsed =>
        {
            around.Tell(parsed.GetValue(format) == "json" ? Json() : Encoding.UTF8.GetBytes(Text()));
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Everything that can stand in brackets behind a finding, in ordinal order.</summary>
    public static IReadOnlyList<RuleFacts> All { get; } =
        [.. AllRules.List.Select(rule => rule.About).Concat(OtherFindings.List).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static string Text()
    {
        var page = new StringBuilder();
        var widest = All.Max(rule => rule.Id.Length) + 2;
        foreach (var rule in All)
        {
            page.Append(rule.Id.PadRight(widest)).Append(Words.Of(rule.Severity).PadRight(9)).Append(rule.Title).Append('\n');
            if (rule.References.Count > 0)
            {
                page.Append("    ").AppendJoin(", ", rule.References).Append('\n');
            }
        }

        return page.ToString();
    }

    private static byte[] Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartArray();
            foreach (var rule in All)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("title", rule.Title);
                json.WriteString("severity", Words.Of(rule.Severity));
                json.WriteString("scope", Words.Of(rule.Scope));
                json.WriteString("fix", rule.Fix);
                json.WriteString("help", rule.HelpPage);
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
