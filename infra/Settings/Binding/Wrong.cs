using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>How a wrong value is told: where it stands, what stands there, and what was probably meant.</summary>
internal static class Wrong
{
    private const int LongestShown = 60;

    /// <summary>What every private key in PEM has in its first line.</summary>
    private const string KeyWord = "PRIVATE KEY";

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(" .[]\"'");

    private static readonly string[] SecretWords = ["secret", "password", "passphrase", "token", "credential", "psk", "privatekey", "sharedkey", "apikey"];

    /// <summary>The path of a member of a map, as it would be typed.</summary>
    public static string Member(string path, string key)
    {
        if (key.Length == 0 || key.AsSpan().ContainsAny(Punctuation))
        {
            return $"{path}[{Quoted(key)}]";
        }

        return path.Length == 0 ? key : path + "." + key;
    }

    /// <summary>The fault of a value that is not of the demanded form.</summary>
    public static Fault Value(string path, string form, JsonElement json, string? cure = null) =>
        new(path, "must be " + form, Shown(path, json), cure);

    /// <summary>What stands there, as far as it may and need be shown.</summary>
    public static string? Shown(string path, JsonElement json) => LooksSecret(path) ? null : json.ValueKind switch
    {
        JsonValueKind.Object => "a map",
        JsonValueKind.Array => "a list",
        JsonValueKind.String when json.GetString()!.Contains(KeyWord, StringComparison.Ordinal) => null,
        JsonValueKind.String => Quoted(json.GetString()!),
        _ => json.GetRawText(),
    };

    /// <summary>The text in quotes, on one line and not too long.</summary>
    public static string Quoted(string text)
    {
        var shown = text.Length > LongestShown ? text[..LongestShown] + "…" : text;
        return '"' + string.Concat(shown.Select(letter => char.IsControl(letter) ? ' ' : letter)) + '"';
    }

    /// <summary>What to do where text is demanded and the file holds something else, mostly for want of quotes.</summary>
    public static string? QuoteIt(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => "put it in quotes, or YAML reads it as a number",
        JsonValueKind.True or JsonValueKind.False => "put it in quotes, or YAML reads it as true or false",
        JsonValueKind.String when IsReadDate(json.GetString()!) => "put it in quotes, or YAML reads it as a date",
        _ => null,
    };

    /// <summary>Of the known words the one that was probably meant, as a question; otherwise all of them.</summary>
    public static string MeantOrKnown(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? $"did you mean '{near}'?" : "known: " + string.Join(", ", known);

    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var best = known
            .Select(each => (Word: each, Distance: Distance(word.ToUpperInvariant(), each.ToUpperInvariant())))
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(1, Math.Min(word.Length, best.Word.Length) / 3) ? best.Word : null;
    }

    /// <summary>Whether the text is how Pulumi writes down what YAML took for a date.</summary>
    private static bool IsReadDate(string text) =>
        text.Length > 19
        && DateTime.TryParseExact(text[..19], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool LooksSecret(string path)
    {
        var key = path[(path.LastIndexOf('.') + 1)..].Replace("_", "").Replace("-", "");
        return Array.Exists(SecretWords, word => key.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The number of letters to insert, remove, replace or swap with the next to come from one word to the other.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(rows[i - 1, j - 1] + change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
