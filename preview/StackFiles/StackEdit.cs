using System.Text;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>A stack file without some of its lines.</summary>
/// <param name="Path">The file's path from the project's root.</param>
/// <param name="Text">What is left.</param>
/// <param name="Removed">The numbers of the lines that go, from 1, in order.</param>
/// <param name="Diff">The change as a unified diff, which <c>git apply</c> and <c>patch -p1</c> take.</param>
internal sealed record StackEdit(string Path, string Text, IReadOnlyList<int> Removed, string Diff)
{
    private const int Context = 3;

    /// <param name="path">The file's path from the project's root.</param>
    /// <param name="text">What it says.</param>
    /// <param name="blocks">The first and the last line of each block that goes, from 1.</param>
    public static StackEdit Without(string path, string text, IEnumerable<(int First, int Last)> blocks)
    {
        var lines = text.Split('\n');
        int[] gone = [.. blocks.SelectMany(block => Enumerable.Range(block.First, block.Last - block.First + 1)).Distinct().Order()];
        var left = lines.Where((_, index) => Array.BinarySearch(gone, index + 1) < 0);
        return new(path, string.Join('\n', left), gone, DiffOf(path, lines, gone));
    }

    /// <summary>The first and the last line of what stands at a place, which begins its line but for a hyphen; null where something is before it.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="place">The place.</param>
    public static (int First, int Last)? BlockAt(string text, Place place)
    {
        var lines = text.Split('\n');
        var before = lines[place.Line - 1][..(place.Column - 1)];
        if (before.Trim() is not ("" or "-"))
        {
            return null;
        }

        var (column, last) = (before.TrimEnd().Length == 0 ? place.Column - 1 : before.IndexOf('-', StringComparison.Ordinal), place.Line);
        for (var line = place.Line + 1; line <= lines.Length; line++)
        {
            var typed = lines[line - 1];
            var indent = typed.Length - typed.TrimStart().Length;
            if (typed.Trim().Length > 0)
            {
                // A list may stand in the same column as the key that it belongs to.
                if (indent < column || (indent == column && !(typed[indent] == '-' && before.Trim().Length == 0)))
                {
                    break;
                }

                last = line;
            }
        }

        return (place.Line, last);
    }

    private static string DiffOf(string path, string[] lines, int[] gone)
    {
        if (gone.Length == 0)
        {
            return "";
        }

        // What follows the last line break is a line only where something stands there.
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        var diff = new StringBuilder($"--- a/{path}\n+++ b/{path}\n");
        var (at, removedBefore) = (0, 0);
        while (at < gone.Length)
        {
            var end = at;
            while (end + 1 < gone.Length && gone[end + 1] - gone[end] <= (2 * Context) + 1)
            {
                end++;
            }

            var (first, last) = (Math.Max(1, gone[at] - Context), Math.Min(count, gone[end] + Context));
            var (before, after) = (last - first + 1, last - first + 1 - (end - at + 1));
            diff.Append($"@@ -{first},{before} +{(after == 0 ? first - removedBefore - 1 : first - removedBefore)},{after} @@\n");
            for (var line = first; line <= last; line++)
            {
                diff.Append(Array.BinarySearch(gone, line) < 0 ? ' ' : '-').Append(lines[line - 1]).Append('\n');
                if (line == lines.Length)
                {
                    diff.Append("\\ No newline at end of file\n");
                }
            }

            removedBefore += end - at + 1;
            at = end + 1;
        }

        return diff.ToString();
    }
}
