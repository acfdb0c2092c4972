using System.Text.RegularExpressions;

namespace CrossCloudMesh.Refresh.Scripts;

/// <summary>How the script beside a resource's declaration fills one input.</summary>
internal sealed record InputScript(bool Secret, bool Json, string? Constant, DefaultValue? Default);

/// <summary>A value used when none is given: from environment variables, else a literal.</summary>
internal sealed record DefaultValue(IReadOnlyList<string> Variables, string? Literal);

/// <summary>The facts about a resource that only its script tells: token, aliases, secrets, constants, defaults.</summary>
internal sealed partial class ResourceScript
{
    private ResourceScript(string source)
    {
        Token = PulumiType().Match(source).Groups[1].Value;
        Remote = source.Contains("true /*remote*/", StringComparison.Ordinal);
        Aliases = Texts(Lists().Matches(source).Where(m => m.Groups[1].Value == "aliases"));
        SecretOutputs = Texts(Lists().Matches(source).Where(m => m.Groups[1].Value == "additionalSecretOutputs"));
        ReplaceOnChanges = Texts(Lists().Matches(source).Where(m => m.Groups[1].Value == "replaceOnChanges"));
        foreach (Match input in Inputs().Matches(source))
        {
            var expression = input.Groups[2].Value;
            if (!expression.StartsWith("state?", StringComparison.Ordinal) && !expression.StartsWith("undefined", StringComparison.Ordinal))
                Args[input.Groups[1].Value] = Read(expression);
        }
    }

    public string Token { get; }

    public bool Remote { get; }

    public IReadOnlyList<string> Aliases { get; }

    public IReadOnlyList<string> SecretOutputs { get; }

    public IReadOnlyList<string> ReplaceOnChanges { get; }

    /// <summary>By wire name; what stands in the branch for a new resource.</summary>
    public Dictionary<string, InputScript> Args { get; } = new(StringComparer.Ordinal);

    public static ResourceScript Parse(string source) => new(source);

    /// <summary>Defaults that types/input.js gives to nested types, by type name in lower camel case and wire name.</summary>
    public static Dictionary<(string Type, string Property), DefaultValue> NestedDefaults(string source)
    {
        var defaults = new Dictionary<(string, string), DefaultValue>();
        foreach (Match function in ProvideDefaults().Matches(source))
        {
            foreach (Match property in DefaultProperties().Matches(function.Groups[2].Value))
            {
                if (Read("(x) ?? " + property.Groups[2].Value).Default is { } value)
                    defaults[(function.Groups[1].Value, property.Groups[1].Value)] = value;
            }
        }

        return defaults;
    }

    private static InputScript Read(string expression)
    {
        var constant = QuotedOnly().Match(expression);
        return new(
            expression.Contains("pulumi.secret(", StringComparison.Ordinal),
            expression.Contains("apply(JSON.stringify)", StringComparison.Ordinal),
            constant.Success ? constant.Groups[1].Value : null,
            ReadDefault(expression));
    }

    private static DefaultValue? ReadDefault(string expression)
    {
        var match = Coalesce().Match(expression);
        if (!match.Success)
            return null;
        var variables = Environment().Match(expression) is { Success: true } call
            ? [.. Quoted().Matches(call.Groups[1].Value).Select(m => m.Groups[1].Value)]
            : Array.Empty<string>();
        var rest = match.Groups[1].Value;
        return new(variables, variables.Length > 0 && !rest.Contains("||", StringComparison.Ordinal) ? null : rest);
    }

    private static List<string> Texts(IEnumerable<Match> lists) =>
        [.. lists.SelectMany(m => Quoted().Matches(m.Groups[2].Value)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""static __pulumiType = '([^']+)'""")]
    private static partial Regex PulumiType();

    [GeneratedRegex("""(aliases|additionalSecretOutputs|replaceOnChanges): \[([^\]]*)\]""")]
    private static partial Regex Lists();

    [GeneratedRegex("""resourceInputs\["([^"]+)"\] = (.*);\r?\n""")]
    private static partial Regex Inputs();

    [GeneratedRegex("^\"([^\"]*)\"$")]
    private static partial Regex QuotedOnly();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\) \?\? ((?:utilities\.\w+\([^)]*\)|""[^""]*""|[\w.-]+)(?: \|\| [^)]+)?)")]
    private static partial Regex Coalesce();

    [GeneratedRegex(@"utilities\.getEnv\w*\(([^)]*)\)")]
    private static partial Regex Environment();

    [GeneratedRegex(@"function (\w+)ProvideDefaults\(val\) \{([\s\S]*?)\n\s*\}\r?\n")]
    private static partial Regex ProvideDefaults();

    [GeneratedRegex(@"(\w+): \(val\.\w+\) \?\? (.*?),?\r?\n")]
    private static partial Regex DefaultProperties();
}
