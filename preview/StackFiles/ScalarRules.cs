using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>What a scalar means: null, a <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>, <see
/// cref="Timestamp"/> or <see cref="string"/>.</summary>
/// <remarks>
/// The rules are those of Go's yaml.v3 where it decodes into no particular type. They are neither YAML 1.1 nor 1.2:
/// yes, no, on and off are text; 0777 and 0o777 are octal; 1_000 is a number; 2026-01-03 is a timestamp; 12:30 is text.
/// </remarks>
internal static class ScalarRules
{
    private static readonly SearchValues<char> OfFloats = SearchValues.Create("0123456789.eE+-");

    /// <exception cref="YamlFault">The text does not fit its tag.</exception>
    public static object? Resolve(ScalarNode scalar)
    {
        var tag = scalar.Tag is "!" ? null : scalar.Tag;
        switch (tag)
        {
            case null when !scalar.IsPlain:
            case "!!str":
                return scalar.Text;
            case null:
                return Resolve(scalar.Text, mayBeTimestamp: true);
            case "!!binary":
                return Decoded(scalar);
            case "!!null" or "!!bool" or "!!int" or "!!float" or "!!timestamp":
                break;
            default:
                return scalar.Text;
        }

        var value = Resolve(scalar.Text, tag is "!!timestamp");
        return (tag, value) switch
        {
            ("!!null", null) or ("!!bool", bool) or ("!!int", long or ulong) or ("!!float", double) or ("!!timestamp", Timestamp) => value,
            ("!!float", long whole) => (double)whole,
            _ => throw new YamlFault(scalar.Place, $"is tagged {tag}, which its text is not", "remove the tag, or mend the text"),
        };
    }

    /// <summary>A key, which Pulumi always takes as text: a number as it is printed, not as it is typed.</summary>
    public static string KeyText(ScalarNode key) => Resolve(key) is { } value ? GoText.Of(value) : "<nil>";

    private static object? Resolve(string text, bool mayBeTimestamp)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
        }

        if (text[0] == '.')
        {
            return Float(text) ?? (object)text;
        }

        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-'))
        {
            return text;
        }

        if (mayBeTimestamp && Timestamp.Parse(text) is { } time)
        {
            return time;
        }

        var plain = text.Replace("_", "");
        return Integer(plain) ?? Float(plain) ?? (object)text;
    }

    /// <summary>A whole number, in base 2, 8, 10 or 16 by its prefix.</summary>
    private static object? Integer(string text)
    {
        var isNegative = text.StartsWith('-');
        var digits = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        var radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            (radix, var prefix) = char.ToLowerInvariant(digits[1]) switch
            {
                'x' => (16, 2),
                'o' => (8, 2),
                'b' => (2, 2),
                _ => (8, 1),
            };
            digits = digits[prefix..];
        }

        if (digits.IsEmpty)
        {
            return null;
        }

        UInt128 number = 0;
        foreach (var letter in digits)
        {
            var digit = char.IsAsciiHexDigit(letter) ? Convert.ToInt32(letter.ToString(), 16) : radix;
            if (digit >= radix || number > ulong.MaxValue)
            {
                return null;
            }

            number = (number * (uint)radix) + (uint)digit;
        }

        if (isNegative)
        {
            return number <= (UInt128)long.MaxValue + 1 ? Boxed((long)-(Int128)number) : null;
        }

        return number <= (UInt128)long.MaxValue ? Boxed((long)number) : number <= ulong.MaxValue ? Boxed((ulong)number) : null;

        static object Boxed<T>(T value)
            where T : struct
            => value;
    }

    /// <summary>A decimal fraction with an optional exponent; null too where it is too large for one.</summary>
    private static double? Float(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return text.AsSpan().ContainsAnyExcept(OfFloats)
            || !double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            || double.IsInfinity(number)
                ? null
                : number;
    }

    private static string Decoded(ScalarNode scalar)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Text));
        }
        catch (FormatException)
        {
            throw new YamlFault(scalar.Place, "is tagged !!binary, which its text is not", "remove the tag, or mend the text");
        }
    }
}
