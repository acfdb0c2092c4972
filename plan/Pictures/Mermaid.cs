using System.Text;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>How Mermaid wants its texts.</summary>
internal static class Mermaid
{
    /// <summary>A text in quotes, in which nothing is taken for Mermaid, Markdown or HTML; a new line is a line of the label.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => quoted.Append("<br/>"),
                '"' or '#' or '<' or '>' or '&' or '`' or '*' or '_' or '\\' or '[' or ']' or '{' or '}' => quoted.Append($"#{(int)letter};"),
                < ' ' => quoted.Append(' '),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
