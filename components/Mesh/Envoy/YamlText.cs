using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Writes a message as YAML, the same to the byte for the same message, in the order of its members.</summary>
/// <remarks>What is not surely text without quotes stands in those of JSON, which YAML takes too.</remarks>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Words =
        new(["true", "false", "yes", "no", "on", "off", "y", "n", "null", "inf", "nan"], StringComparer.OrdinalIgnoreCase);

    /// <param name="comment">Lines for whoever opens the file.</param>
    /// <param name="message">What it says.</param>
    public static string Of(IEnumerable<string> comment, JsonObject message)
    {
        var text = new StringBuilder();
        foreach (var line in comment)
        {
            text.Append($"# {line}\n");
        }

        Members(text, message, indent: 0, isFirstPlaced: false);
        return text.ToString();
    }

    private static void Members(StringBuilder text, JsonObject map, int indent, bool isFirstPlaced)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', isFirstPlaced ? 0 : indent).Append(Scalar(key)).Append(':');
            isFirstPlaced = false;
            Value(text, value, indent + 2, isInList: false);
        }
    }

    private static void Items(StringBuilder text, JsonArray list, int indent)
    {
        foreach (var item in list)
        {
            text.Append(' ', indent).Append('-');
            Value(text, item, indent + 2, isInList: true);
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, int indent, bool isInList)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map when isInList:
                text.Append(' ');
                Members(text, map, indent, isFirstPlaced: true);
                break;
            case JsonObject { Count: > 0 } map:
                text.Append('\n');
                Members(text, map, indent, isFirstPlaced: false);
                break;
            case JsonArray { Count: > 0 } list:
                text.Append('\n');
                Items(text, list, indent);
                break;
            case JsonValue when value.GetValueKind() is JsonValueKind.String:
                text.Append(' ').Append(Scalar(value.GetValue<string>())).Append('\n');
                break;
            default:
                text.Append(' ').Append(value?.ToJsonString() ?? "null").Append('\n');
                break;
        }
    }

    private static string Scalar(string text) => SurelyText().IsMatch(text) && !Words.Contains(text) ? text : JsonSerializer.Serialize(text, Plain);

    /// <summary>Letters, digits and a few signs, a letter or a slash first.</summary>
    [GeneratedRegex(@"\A[A-Za-z/_][A-Za-z0-9_./+-]*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SurelyText();
}
