using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Texts that are JSON documents of their own, such as IAM policies.</summary>
public static class JsonText
{
    /// <summary>
    /// The object or list that a text says, or null for any other text: also where a key stands twice, or a number is beyond all bounds.
    /// </summary>
    public static PlanValue? Read(string text)
    {
        if (text.Length < 2 || (text[0], text[^1]) is not (('{', '}') or ('[', ']')))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Value(json.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static PlanValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new PlanValue.ObjectValue(new([.. json.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Value(m.Value)))])),
        JsonValueKind.Array => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. json.EnumerateArray().Select(Value)])),
        JsonValueKind.String => PlanValue.Of(json.GetString()!),
        JsonValueKind.Number => PlanValue.Of(json.GetDouble()),
        JsonValueKind.Null => PlanValue.Null,
        _ => PlanValue.Of(json.GetBoolean()),
    };
}
