using System.Globalization;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>What YAML takes an unquoted date for: a wall-clock time and its distance from UTC.</summary>
internal sealed record Timestamp(DateTime Wall, string Fraction, int OffsetMinutes)
{
    /// <summary>The time; null where the text is of none of the four forms that Go's yaml.v3 knows.</summary>
    public static Timestamp? Parse(string text)
    {
        if (text.Length < 8 || text[4] != '-' || text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        // Built only here: a stack file seldom holds a date, and regular expressions load slowly.
        var match = Regex.Match(
            text,
            """
            ^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})
            (?:(?:[Tt](?<clock>CLOCK)(?<zone>Z|[+-]\d\d:\d\d))|(?:[ ]+(?<clock>CLOCK)))?$
            """.Replace("CLOCK", @"\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?"),
            RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        if (!match.Success || !text.All(char.IsAscii))
        {
            return null;
        }

        var clock = match.Groups["clock"].Success ? match.Groups["clock"].Value : "0:0:0";
        var parts = clock.Split('.', ',');
        var date = $"{match.Groups["year"]}-{match.Groups["month"]}-{match.Groups["day"]} {parts[0]}";
        if (!DateTime.TryParseExact(date, "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            return null;
        }

        var fraction = parts.Length > 1 ? parts[1][..Math.Min(parts[1].Length, 9)].TrimEnd('0') : "";
        var zone = match.Groups["zone"].Value;
        var offset = zone.Length == 6 ? (int.Parse(zone[1..3]) * 60) + int.Parse(zone[4..]) : 0;
        return new Timestamp(wall, fraction, zone.StartsWith('-') ? -offset : offset);
    }

    /// <summary>How a program receives it from a stack file: the way that Go prints a time.</summary>
    public override string ToString() => $"{Wall:yyyy-MM-dd HH:mm:ss}{Dotted} {Zone("")} {(OffsetMinutes == 0 ? "UTC" : Zone(""))}";

    /// <summary>How a program receives it from <c>Pulumi.yaml</c>: by RFC 3339.</summary>
    public string ToRfc3339() => $"{Wall:yyyy-MM-ddTHH:mm:ss}{Dotted}{(OffsetMinutes == 0 ? "Z" : Zone(":"))}";

    private string Dotted => Fraction.Length == 0 ? "" : "." + Fraction;

    private string Zone(string between) =>
        $"{(OffsetMinutes < 0 ? '-' : '+')}{Math.Abs(OffsetMinutes) / 60:00}{between}{Math.Abs(OffsetMinutes) % 60:00}";
}
