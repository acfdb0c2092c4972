using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>A text input that is a JSON document: neither white space nor the order of keys is a difference.</summary>
/// <param name="Root">What it says; in an IAM policy, a lone text where a list may stand is a list of one.</param>
/// <param name="Shape">Which of its lists are sets.</param>
internal sealed record TextDocument(PlanValue Root, Shape Shape)
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document that a text is, or null where it is none.</summary>
    public static TextDocument? Read(string text) => JsonText.Read(text) switch
    {
        null => null,
        PlanValue.ObjectValue { Members: var members } policy when members["Statement"] is PlanValue.ListValue or PlanValue.ObjectValue =>
            new(Listed(policy, Shape.Policy), Shape.Policy),
        var root => new(root, Shape.Plain),
    };

    public static string Write(PlanValue root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            Write(json, root);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, PlanValue value)
    {
        switch (value)
        {
            case PlanValue.ObjectValue map:
                json.WriteStartObject();
                foreach (var (key, member) in map.Members)
                {
                    json.WritePropertyName(key);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case PlanValue.ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PlanValue.TextValue text:
                json.WriteStringValue(text.Value);
                break;
            case PlanValue.NumberValue number:
                json.WriteNumberValue(number.Value);
                break;
            case PlanValue.BoolValue flag:
                json.WriteBooleanValue(flag.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>Makes a list of what stands alone where the shape has a set.</summary>
    private static PlanValue Listed(PlanValue value, Shape shape) => value switch
    {
        PlanValue.ListValue list => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. list.Items.Select(i => Listed(i, shape.Item))])),
        _ when shape.IsSet => new PlanValue.ListValue([Listed(value, shape.Item)]),
        PlanValue.ObjectValue map => new PlanValue.ObjectValue(
            new([.. map.Members.Select(m => KeyValuePair.Create(m.Key, Listed(m.Value, shape.Member(m.Key))))])),
        _ => value,
    };
}
