namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>The path of a setting as faults tell it, <c>sites.aws-east.zones[0]</c>, walked through a file.</summary>
internal static class SettingsPath
{
    /// <summary>Where the setting stands, or the nearest thing around it that does; null where not even its section does.</summary>
    /// <param name="config">The file's map of keys, by full key.</param>
    /// <param name="project">The namespace of a path's first word.</param>
    /// <param name="path">The path.</param>
    /// <returns>The place, and what stands there where the whole path was found.</returns>
    public static (Place Place, Node? Found)? Walk(IReadOnlyDictionary<string, Entry> config, string project, string path)
    {
        var words = Words(path);
        if (words.Count == 0 || !(config.TryGetValue($"{project}:{words[0]}", out var entry) || config.TryGetValue(words[0], out entry)))
        {
            return null;
        }

        var (place, node) = (entry.Place, entry.Value);
        foreach (var word in words.Skip(1))
        {
            if (node is MapNode map && map[word] is { } member)
            {
                (place, node) = (member.Place, member.Value);
            }
            else if (node is ListNode list && int.TryParse(word, out var index) && index < list.Items.Count)
            {
                (place, node) = (list.Items[index].Place, list.Items[index]);
            }
            else
            {
                return (place, null);
            }
        }

        return (place, node);
    }

    private static List<string> Words(string path)
    {
        var words = new List<string>();
        for (var at = 0; at < path.Length;)
        {
            var (open, close) = path[at..] switch
            {
                ['[', '"', ..] => (at + 2, path.IndexOf("\"]", at, StringComparison.Ordinal)),
                ['[', ..] => (at + 1, path.IndexOf(']', at)),
                _ => (at, path.AsSpan(at).IndexOfAny('.', '[') is >= 0 and var end ? at + end : path.Length),
            };
            if (close < open)
            {
                break;
            }

            words.Add(path[open..close]);
            at = close + (path[at] == '[' ? open - at : 0);
            at += at < path.Length && path[at] == '.' ? 1 : 0;
        }

        return words;
    }
}
