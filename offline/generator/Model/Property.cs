namespace CrossCloudMesh.Generator.Model;

/// <summary>One property line: <c>wire[?][=Name] type words…</c>.</summary>
internal sealed class Property
{
    private readonly HashSet<string> _words;

    public Property(string line, int number)
    {
        var words = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            throw new SchemaException(number, $"property: needs a name and a type; got '{line.Trim()}'; refresh the schema");
        var named = words[0].Split('=');
        IsOptional = named[0].EndsWith("?", StringComparison.Ordinal);
        Wire = named[0].TrimEnd('?');
        Name = named.Length > 1 ? named[1] : char.ToUpperInvariant(Wire[0]) + Wire.Substring(1);
        Type = SchemaType.Parse(words[1], number);
        _words = [.. words.Skip(2)];
    }

    public string Wire { get; }

    public string Name { get; }

    public SchemaType Type { get; }

    /// <summary>Of a property of a nested type; a resource's property has the words <c>arg</c> and <c>out</c> instead.</summary>
    public bool IsOptional { get; }

    public bool Has(string word) => _words.Contains(word);

    /// <summary>What follows <c>key=</c>, or null.</summary>
    public string? Value(string key)
    {
        var word = _words.FirstOrDefault(w => w.StartsWith(key + "=", StringComparison.Ordinal));
        return word?.Substring(key.Length + 1).Replace("\\s", " ");
    }
}
