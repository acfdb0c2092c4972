using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>A configuration value as the program receives it.</summary>
/// <param name="Text">Text as it is; anything else as JSON, keys sorted.</param>
/// <param name="IsStructure">Whether it is a list or a map.</param>
/// <param name="IsSecret">Whether it is a secret, or holds one.</param>
internal sealed record ConfigValue(string Text, bool IsStructure, bool IsSecret)
{
    private const int MostValues = 100_000;

    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="key">The key with its namespace, which names a secret.</param>
    /// <param name="node">What stands there.</param>
    /// <param name="isDefault">Whether it stands in <c>Pulumi.yaml</c>, where timestamps take another form.</param>
    /// <exception cref="YamlFault">It cannot be handed to a program.</exception>
    public static ConfigValue Of(string key, Node node, bool isDefault)
    {
        if (IsSecure(node))
        {
            return new ConfigValue(Placeholder(key), IsStructure: false, IsSecret: true);
        }

        if (node is ScalarNode scalar)
        {
            return new ConfigValue(Scalar(scalar, isDefault) switch { null => "", var value => GoText.Of(value) }, IsStructure: false, IsSecret: false);
        }

        var buffer = new ArrayBufferWriter<byte>();
        var isSecret = false;
        var count = 0;
        using (var writer = new Utf8JsonWriter(buffer, Form))
        {
            Write(node);

            void Write(Node each)
            {
                if (++count > MostValues)
                {
                    throw new YamlFault(node.Place, $"holds more than {MostValues} values, aliases followed");
                }

                switch (each)
                {
                    case var secure when IsSecure(secure):
                        isSecret = true;
                        writer.WriteStringValue(Placeholder(key));
                        break;
                    case MapNode map:
                        writer.WriteStartObject();
                        foreach (var entry in map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                        {
                            writer.WritePropertyName(entry.Key);
                            Write(entry.Value);
                        }

                        writer.WriteEndObject();
                        break;
                    case ListNode list:
                        writer.WriteStartArray();
                        foreach (var item in list.Items)
                        {
                            Write(item);
                        }

                        writer.WriteEndArray();
                        break;
                    default:
                        WriteScalar(writer, Scalar((ScalarNode)each, isDefault));
                        break;
                }
            }
        }

        return new ConfigValue(Encoding.UTF8.GetString(buffer.WrittenSpan), IsStructure: true, isSecret);
    }

    /// <summary>What stands for a secret offline: a name of it, never its content.</summary>
    private static string Placeholder(string key) => $"[secret {key}]";

    /// <summary>Whether it is how the CLI stores an encrypted value: a map of nothing but <c>secure</c> and a text.</summary>
    private static bool IsSecure(Node node) =>
        node is MapNode { Entries: [{ Key: "secure", Value: ScalarNode cipher }] } && ScalarRules.Resolve(cipher) is string;

    private static object? Scalar(ScalarNode scalar, bool isDefault) => ScalarRules.Resolve(scalar) switch
    {
        double number when !double.IsFinite(number) =>
            throw new YamlFault(scalar.Place, $"is read as the number {scalar.Text}, which JSON cannot hold", "put it in quotes"),
        Timestamp time => isDefault ? time.ToRfc3339() : time.ToString(),
        var value => value,
    };

    private static void WriteScalar(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                writer.WriteRawValue(GoText.Of(value), skipInputValidation: true);
                break;
        }
    }
}
