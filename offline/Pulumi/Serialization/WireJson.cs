using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns JSON into wire values and back.</summary>
internal static class WireJson
{
    /// <summary>The wire's form of parsed JSON; unlike in arguments, members that are null are kept.</summary>
    public static object? Read(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return json.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.Array:
                var list = ImmutableArray.CreateBuilder<object?>(json.GetArrayLength());
                foreach (var item in json.EnumerateArray())
                    list.Add(Read(item));
                return list.MoveToImmutable();
            case JsonValueKind.Object:
                var map = ImmutableDictionary.CreateBuilder<string, object?>();
                foreach (var property in json.EnumerateObject())
                    map[property.Name] = Read(property.Value);
                return map.ToImmutable();
            default:
                return null;
        }
    }

    /// <summary>The text of a JSON argument: one line, a blank inside every bracket, keys sorted.</summary>
    public static string Format(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                var digits = number.ToString("r", CultureInfo.InvariantCulture);
                text.Append(double.IsFinite(number) ? digits : $"\"{digits}\"");
                break;
            case string plain:
                WriteText(text, plain);
                break;
            case ImmutableArray<object?> list:
                text.Append("[ ");
                for (var i = 0; i < list.Length; i++)
                {
                    text.Append(i == 0 ? "" : ", ");
                    Write(text, list[i]);
                }

                text.Append(list.Length == 0 ? "]" : " ]");
                break;
            case ImmutableDictionary<string, object?> map:
                text.Append("{ ");
                WriteEntries(text, map);
                text.Append(map.Count == 0 ? "}" : " }");
                break;
            default:
                throw new NotWritableException($"Unsupported value when converting to protobuf: {value.GetType().FullName}");
        }
    }

    private static void WriteEntries(StringBuilder text, ImmutableDictionary<string, object?> map)
    {
        string[] keys = [.. map.Keys];
        Array.Sort(keys, StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            WriteText(text, keys[i]);
            text.Append(": ");
            Write(text, map[keys[i]]);
        }
    }

    // Escapes what has no visible form of its own, as the official package's formatter does.
    private static void WriteText(StringBuilder text, string plain)
    {
        text.Append('"');
        foreach (var letter in plain)
        {
            switch (letter)
            {
                case '"' or '\\':
                    text.Append('\\').Append(letter);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or '<' or '>' or (>= '\u007f' and < '\u00a0') or '\u00ad':
                case (>= '\u0600' and <= '\u0603') or '\u06dd' or '\u070f' or '\u17b4' or '\u17b5':
                case (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u2064'):
                case (>= '\u206a' and <= '\u206f') or (>= '\ud800' and <= '\udfff') or '\ufeff' or (>= '\ufff9' and <= '\ufffb'):
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
                    break;
                default:
                    text.Append(letter);
                    break;
            }
        }

        text.Append('"');
    }
}
