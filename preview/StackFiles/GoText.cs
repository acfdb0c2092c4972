using System.Globalization;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>How Go prints the values of YAML, since the CLI hands all configuration to the program as text.</summary>
internal static class GoText
{
    public static string Of(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number => Number(number),
        _ => value.ToString()!,
    };

    /// <summary>A finite number as Go's JSON has it: the fewest digits that tell it, an exponent below 1e-6 and from 1e21.</summary>
    public static string Number(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var (sign, digits, point) = Digits(number);
        if (Math.Abs(number) is < 1e-6 or >= 1e21)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{fraction}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}";
        }

        return sign + (point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits[..point] + "." + digits[point..]);
    }

    /// <summary>The number as 0.digits times ten to the power of point.</summary>
    private static (string Sign, string Digits, int Point) Digits(double number)
    {
        var text = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? mantissa.Length : dot;
        var all = mantissa.Replace(".", "");
        var digits = all.TrimStart('0');
        return (number < 0 ? "-" : "", digits.TrimEnd('0'), whole + exponent - (all.Length - digits.Length));
    }
}
