using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes values as plain JSON, and what JSON has no word for as an object with one marked member.</summary>
/// <remarks>An object that happens to look like a marked one is written as <c>{"literal": {...}}</c>, so that every value reads back as itself.</remarks>
internal static class ValueWriter
{
    internal const string Secret = "secret";
    internal const string Unknown = "unknown";
    internal const string Asset = "asset";
    internal const string Literal = "literal";
    internal const string Ref = "ref";
    internal const string Kind = "kind";

    public static void Write(Utf8JsonWriter json, string name, SortedMap<PlanValue> members)
    {
        json.WritePropertyName(name);
        Members(json, members);
    }

    internal static bool IsMark(string key) => key is Secret or Unknown or Asset or Literal;

    public static void Write(Utf8JsonWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.NullValue:
                json.WriteNullValue();
                break;
            case PlanValue.BoolValue b:
                json.WriteBooleanValue(b.Value);
                break;
            case PlanValue.NumberValue n:
                json.WriteNumberValue(n.Value);
                break;
            case PlanValue.TextValue t:
                json.WriteStringValue(t.Value);
                break;
            case PlanValue.ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PlanValue.ObjectValue { Members: { Count: 1 } members } when IsMark(members[0].Key):
                json.WriteStartObject();
                Write(json, Literal, members);
                json.WriteEndObject();
                break;
            case PlanValue.ObjectValue map:
                Members(json, map.Members);
                break;
            case PlanValue.SecretValue secret:
                Mark(json, Secret, Ref, secret.Ref);
                break;
            case PlanValue.AssetValue asset:
                Mark(json, Asset, Kind, asset.Kind);
                break;
            case PlanValue.UnknownValue:
                json.WriteStartObject();
                json.WriteBoolean(Unknown, true);
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static void Members(Utf8JsonWriter json, SortedMap<PlanValue> members)
    {
        json.WriteStartObject();
        foreach (var (key, member) in members)
        {
            json.WritePropertyName(key);
            Write(json, member);
        }

        json.WriteEndObject();
    }

    private static void Mark(Utf8JsonWriter json, string mark, string key, string text)
    {
        json.WriteStartObject();
        json.WriteStartObject(mark);
        json.WriteString(key, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
