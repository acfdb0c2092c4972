using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Commands;

namespace CrossCloudMesh.Preview.Reports.Sarif;

/// <summary>The member <c>tool</c>: all rules, so that a result can name one by its place.</summary>
internal static class SarifRules
{
    /// <summary>GitHub takes as many tags of a rule, and shows the first ten.</summary>
    public const int MostTags = 20;

    private static readonly Dictionary<string, int> Places =
        RulesCommand.All.Select((rule, place) => (rule.Id, place)).ToDictionary(each => each.Id, each => each.place, StringComparer.Ordinal);

    /// <summary>The place of a rule among all; null for one of no list.</summary>
    public static int? PlaceOf(string rule) => Places.TryGetValue(rule, out var place) ? place : null;

    /// <summary>SARIF's word for a severity.</summary>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public static void Tool(Utf8JsonWriter json, string? pages)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "cross-cloud-mesh preview");
        json.WriteStartArray("rules");
        foreach (var rule in RulesCommand.All)
        {
            Rule(json, rule, pages);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, RuleFacts rule, string? pages)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        SarifReport.Message(json, "shortDescription", rule.Title);
        SarifReport.Message(json, "fullDescription", $"{rule.Title}.");
        if (pages is not null)
        {
            json.WriteString("helpUri", pages + rule.HelpPage);
        }

        json.WriteStartObject("help");
        json.WriteString("text", $"{Sentence(rule.Fix)} {rule.HelpPage} explains the rule.");
        json.WriteString("markdown", Help(rule, pages));
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        foreach (var tag in Tags(rule).Take(MostTags))
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
        json.WriteString("precision", "high");
        json.WriteString("problem.severity", rule.Severity == Severity.Info ? "recommendation" : Words.Of(rule.Severity));
        if (rule.SecuritySeverity is { } security)
        {
            // A number as text, as GitHub wants it.
            json.WriteString("security-severity", security.ToString("0.0"));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What a reader looks for first: GitHub shows ten.</summary>
    private static IEnumerable<string> Tags(RuleFacts rule) =>
        [rule.SecuritySeverity is null ? "correctness" : "security", Words.Of(rule.Scope), .. rule.References];

    private static string Help(RuleFacts rule, string? pages)
    {
        var help = new StringBuilder($"**{Sentence(rule.Title)}** {Sentence(rule.Fix)}\n\n");
        help.Append(pages is null ? $"`{rule.HelpPage}` explains the rule." : $"[{rule.HelpPage}]({pages}{rule.HelpPage}) explains the rule.");
        if (rule.References.Count > 0)
        {
            help.Append("\n\nThe same is asked by ").AppendJoin(", ", rule.References.Select(reference => $"`{reference}`")).Append('.');
        }

        return help.ToString();
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
