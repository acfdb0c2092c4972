using System.Text;

namespace CrossCloudMesh.Plan.Pictures.Svg;

/// <summary>Text of a plan inside XML, which HTML reads the same way: nothing of it is markup, and all of it is well formed.</summary>
public static class XmlText
{
    /// <summary>For the content of an element and for an attribute in double quotes; what XML cannot hold becomes a replacement character.</summary>
    public static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\n' or '\t' => safe.Append((char)rune.Value),
                < ' ' or (>= 0x7f and <= 0x9f) or 0xfffe or 0xffff => safe.Append('\ufffd'),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }
}
