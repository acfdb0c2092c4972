using System.Globalization;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>A part of a report that is shown once somebody asks for it.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Lines">As the text report has them.</param>
internal sealed record FoldedPart(string Title, string Lines)
{
    /// <summary>Fewer lines than these say nothing.</summary>
    private const int Fewest = 8;

    /// <summary>The whole of it.</summary>
    public string Whole { get; } = MarkdownText.Folded(Title, MarkdownText.Fenced(Lines));

    /// <summary>As many of its first lines as there is room for, and how many more there are.</summary>
    /// <param name="room">The most characters.</param>
    /// <returns>Empty where too few would be left.</returns>
    public string Cut(int room)
    {
        var lines = Lines.TrimEnd('\n').Split('\n');
        var frame = Whole.Length - Lines.TrimEnd('\n').Length;
        var (kept, length) = (0, frame + "... and 1,000,000,000 more lines\n".Length);
        while (kept < lines.Length && length + lines[kept].Length + 1 <= room)
        {
            length += lines[kept++].Length + 1;
        }

        return kept < Fewest
            ? ""
            : MarkdownText.Folded(Title, MarkdownText.Fenced(string.Create(
                CultureInfo.InvariantCulture, $"{string.Join('\n', lines[..kept])}\n... and {lines.Length - kept:#,0} more lines")));
    }
}
