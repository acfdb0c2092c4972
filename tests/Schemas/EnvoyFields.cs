namespace CrossCloudMesh.Tests.Schemas;

/// <summary>The messages and enums of Envoy's API, as <c>envoy/v3-fields.txt</c> beside the other schemas lists them.</summary>
internal static class EnvoyFields
{
    private const string Message = "message ";
    private const string Enum = "enum ";
    private const string Repeated = "repeated ";

    private static readonly Lazy<(Dictionary<string, Dictionary<string, EnvoyField>> Messages, Dictionary<string, string[]> Enums)> Known = new(Load);

    /// <summary>The fields of a message by name; null where nobody lists it.</summary>
    /// <param name="message">Its full name: <c>envoy.config.bootstrap.v3.Bootstrap</c>.</param>
    public static IReadOnlyDictionary<string, EnvoyField>? OfMessage(string message) => Known.Value.Messages.GetValueOrDefault(message);

    /// <summary>The words of an enum; null where nobody lists it.</summary>
    public static IReadOnlyList<string>? OfEnum(string name) => Known.Value.Enums.GetValueOrDefault(name);

    private static (Dictionary<string, Dictionary<string, EnvoyField>> Messages, Dictionary<string, string[]> Enums) Load()
    {
        var messages = new Dictionary<string, Dictionary<string, EnvoyField>>(StringComparer.Ordinal);
        var enums = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(CrdSchemas.Folder!, "envoy", "v3-fields.txt")))
        {
            if (line.StartsWith(Message, StringComparison.Ordinal))
            {
                messages.Add(line[Message.Length..], new(StringComparer.Ordinal));
            }
            else if (line.StartsWith(Enum, StringComparison.Ordinal))
            {
                var (name, words) = Halves(line[Enum.Length..]);
                enums.Add(name, words.Split(", "));
            }
            else
            {
                var (name, form) = Halves(line.Trim());
                messages.Last().Value.Add(name, FieldOf(form));
            }
        }

        return (messages, enums);
    }

    private static EnvoyField FieldOf(string form)
    {
        const string OneOf = "oneof:";
        var isRepeated = form.StartsWith(Repeated, StringComparison.Ordinal);
        var words = (isRepeated ? form[Repeated.Length..] : form).Replace("map<string, ", "map<", StringComparison.Ordinal).Split(' ');
        var isMap = words[0].StartsWith("map<", StringComparison.Ordinal);
        return new(
            isMap ? words[0]["map<".Length..^1] : words[0],
            isRepeated,
            isMap,
            words.FirstOrDefault(word => word.StartsWith(OneOf, StringComparison.Ordinal))?[OneOf.Length..],
            words.Contains("deprecated", StringComparer.Ordinal));
    }

    private static (string Name, string Form) Halves(string line)
    {
        var halves = line.Split(": ", 2);
        return (halves[0], halves[1]);
    }
}

/// <summary>A field of a message.</summary>
/// <param name="Type">What one of its values is: a word such as <c>bool</c>, or the full name of a message or an enum.</param>
/// <param name="IsRepeated">Whether it is a list of these.</param>
/// <param name="IsMap">Whether it is these by a text.</param>
/// <param name="OneOf">The name of the choice that it is a part of; null where it is by itself.</param>
/// <param name="IsDeprecated">Whether Envoy takes it only for old files' sake.</param>
internal sealed record EnvoyField(string Type, bool IsRepeated, bool IsMap, string? OneOf, bool IsDeprecated);
