namespace CrossCloudMesh.Generator.Model;

/// <summary>One block of a schema: a head line and property lines.</summary>
internal sealed class Entry(string kind, string token, string name, IReadOnlyList<string> words)
{
    /// <summary>provider, resource, component, function, type or enum.</summary>
    public string Kind { get; } = kind;

    /// <summary>The engine's token of a resource or function; empty otherwise.</summary>
    public string Token { get; } = token;

    /// <summary>Module and class below the package's namespace, e.g. <c>Eks.Cluster</c>.</summary>
    public string FullName { get; } = name;

    public string Module { get; } = name.Contains('.') ? name.Substring(0, name.LastIndexOf('.')) : "";

    public string Name { get; } = name.Substring(name.LastIndexOf('.') + 1);

    public List<Property> Properties { get; } = [];

    /// <summary>Of an enum: member name and value.</summary>
    public List<KeyValuePair<string, string>> Members { get; } = [];

    public bool Has(string word) => words.Contains(word);

    public IEnumerable<string> Values(string key) =>
        words.Where(w => w.StartsWith(key + "=", StringComparison.Ordinal)).Select(w => w.Substring(key.Length + 1));

    public IEnumerable<Property> With(params string[] anyOf) => Properties.Where(p => anyOf.Any(p.Has));
}
