namespace CrossCloudMesh.Tests.Settings;

/// <summary>Applies a unified diff of one file as <c>patch</c> does: to the line, and every line that it does not change must be there.</summary>
internal static class Patch
{
    public static string Apply(string text, string diff)
    {
        var (lines, made, at) = (text.Split('\n'), new List<string>(), 0);
        foreach (var line in diff.TrimEnd('\n').Split('\n').Skip(2))
        {
            switch (line)
            {
                case ['@', ..]:
                    var (first, target) = (Start(line.Split(' ')[1]), Start(line.Split(' ')[2]));
                    made.AddRange(lines[at..(first - 1)]);
                    at = first - 1;
                    Assert.Equal(target - 1, made.Count);
                    break;
                case ['\\', ..]:
                    break;
                default:
                    Assert.Equal(lines[at++], line[1..]);
                    made.AddRange(line[0] == '-' ? [] : [line[1..]]);
                    break;
            }
        }

        made.AddRange(lines[at..]);
        return string.Join('\n', made);
    }

    private static int Start(string range) => int.Parse(range[1..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
