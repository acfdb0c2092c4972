using System.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>Text of a plan inside Markdown, where none of it may be taken for Markdown or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>Nothing to see, and no space, but the end of a word.</summary>
    private const char WordJoiner = '\u2060';

    private const string Special = "\\`*_{}[]<>()#+-.!|~@:&";

    /// <summary>Prose, with everything that means something to Markdown made harmless: a mention of nobody, a link to nowhere.</summary>
    public static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsControl(letter))
            {
                safe.Append(' ');
                continue;
            }

            if (Special.Contains(letter, StringComparison.Ordinal) && (!IsPlain(letter) || BeginsAnAddress(text, index)))
            {
                safe.Append('\\');
            }

            safe.Append(letter);
            if (letter is '@' or '#')
            {
                // GitHub looks for names and numbers after Markdown is done, where a backslash is forgotten.
                safe.Append(WordJoiner);
            }
        }

        return safe.ToString();
    }

    /// <summary>A name, set as code.</summary>
    public static string Code(string text)
    {
        var line = new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        var ticks = new string('`', LongestRun(line) + 1);
        return ticks.Length == 1 && line.Length > 0 ? $"`{line}`" : $"{ticks} {line} {ticks}";
    }

    /// <summary>Lines as they are, between fences that none of them can close.</summary>
    public static string Fenced(string lines)
    {
        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        return $"{fence}text\n{lines.TrimEnd('\n')}\n{fence}";
    }

    /// <summary>A line inside HTML, where Markdown means nothing.</summary>
    public static string Html(string text) => new StringBuilder(new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]))
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>What is shown once somebody asks for it.</summary>
    public static string Folded(string title, string body) => $"<details>\n<summary>{title}</summary>\n\n{body}\n\n</details>";

    /// <summary>Of <c>https://</c> the colon, of <c>www.</c> the dot: without it nobody makes a link of what follows.</summary>
    private static bool BeginsAnAddress(string text, int index) => text[index] switch
    {
        ':' => text.AsSpan(index).StartsWith("://", StringComparison.Ordinal),
        '.' => text.AsSpan(0, index).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>In the middle of prose these mean nothing.</summary>
    private static bool IsPlain(char letter) => letter is '.' or '-' or '(' or ')' or ':' or '!' or '+' or '{' or '}';

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
