namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>A place in a file, both numbers from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>What a YAML file says: aliases followed and merge keys merged, but scalars still as typed.</summary>
internal abstract record Node(Place Place);

/// <param name="Place">Where it begins.</param>
/// <param name="Text">What is typed, without quotes and escapes.</param>
/// <param name="IsPlain">Whether it stands without quotes and is no text block.</param>
/// <param name="Tag">Its tag, shortened to <c>!!int</c>; null where it has none.</param>
internal sealed record ScalarNode(Place Place, string Text, bool IsPlain, string? Tag) : Node(Place);

internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

internal sealed record MapNode(Place Place, IReadOnlyList<Entry> Entries) : Node(Place)
{
    public Entry? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key);
}

/// <summary>A key as text, where it stands, and its value.</summary>
internal sealed record Entry(string Key, Place Place, Node Value);

/// <summary>A file that cannot be read as YAML.</summary>
internal sealed class YamlFault(Place place, string rule, string? cure = null) : Exception(rule)
{
    public Place Place => place;

    public string? Cure => cure;
}
