using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>Writes wire values as the text of JSON arguments: one line, a blank inside every bracket, keys sorted.</summary>
internal static class WireJson
{
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
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
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
                case < ' ' or '<' or '>' or (>= '\u007f' and < '\u00a0') or '\u2028' or '\u2029':
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
