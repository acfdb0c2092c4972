namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>One block of a schema file: its head line and, sorted, the lines of its properties.</summary>
internal sealed class Block(string head)
{
    private readonly SortedDictionary<(string Name, string Type), List<string>> _properties = new(Ordinal);

    public Block(string head, Block content)
        : this(head) => _properties = content._properties;

    public string Head { get; } = head;

    private static Comparer<(string Name, string Type)> Ordinal { get; } = Comparer<(string Name, string Type)>.Create((a, b) =>
        string.CompareOrdinal(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Type, b.Type));

    /// <summary>Adds words to the line of a property; a property whose type differs by role has a line per type.</summary>
    public void Add(string property, string type, params IEnumerable<string> words)
    {
        if (!_properties.TryGetValue((property, type), out var line))
            _properties[(property, type)] = line = [];
        line.AddRange(words.Where(w => !line.Contains(w)));
    }

    /// <summary>The property lines, for comparison with another block's.</summary>
    public string Body => string.Concat(_properties.Select(p => $"  {p.Key.Name} {p.Key.Type}{string.Concat(p.Value.Select(w => " " + w))}\n"));
}
