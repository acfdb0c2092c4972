namespace CrossCloudMesh.Refresh.Tables;

/// <summary>What a provider's package does not tell, as lines of a table: version, casing, renames, doubles, JSON, nested secrets.</summary>
internal sealed class ProviderTable
{
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doubles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _json = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    private ProviderTable(string provider, string text)
    {
        Provider = provider;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static IReadOnlyList<string> Providers { get; } = ["aws", "gcp", "kubernetes", "tls"];

    public string Provider { get; }

    public string Version { get; private set; } = "";

    /// <summary>Kubernetes has a shape of its own: no Inputs and Outputs below each module, no state.</summary>
    public bool IsKubernetes => Provider == "kubernetes";

    public static ProviderTable Load(string provider)
    {
        using var stream = typeof(ProviderTable).Assembly.GetManifestResourceStream(provider + ".table")
            ?? throw new RefreshException($"provider: unknown; got '{provider}'; one of {string.Join(", ", Providers)}, or all");
        using var reader = new StreamReader(stream);
        return new(provider, reader.ReadToEnd());
    }

    /// <summary>The C# namespace of an npm module, below the package's own; empty for the index module.</summary>
    public string Namespace(string module)
    {
        if (module.Length == 0)
            return "";
        return _namespaces.TryGetValue(module, out var whole) ? whole : string.Join('.', module.Split('.').Select(Segment));
    }

    public string? Rename(string module, string type, string property) => Find(_renames, module, type, property);

    public bool IsDouble(string module, string type, string property) =>
        Keys(module, type, property).Any(_doubles.Contains);

    public bool IsJson(string module, string type, string property) =>
        Keys(module, type, property).Any(_json.Contains);

    /// <summary>Whether a property of a nested type is secret; for a resource's own property the package tells.</summary>
    public bool IsNestedSecret(string module, string type, string property) =>
        Keys(module, type, property).Any(_secrets.Contains);

    private static string? Find(Dictionary<string, string> table, string module, string type, string property) =>
        Keys(module, type, property).Select(table.GetValueOrDefault).FirstOrDefault(v => v is not null);

    private static string[] Keys(string module, string type, string property) =>
        [$"{module}/{type}.{property}", $"{module}/*.{property}"];

    private string Segment(string segment)
    {
        if (_namespaces.TryGetValue(segment, out var known))
            return known;
        var name = char.ToUpperInvariant(segment[0]) + segment[1..];
        return segment[0] == 'v' && segment.Length > 1 && char.IsDigit(segment[1])
            ? name.Replace("alpha", "Alpha", StringComparison.Ordinal).Replace("beta", "Beta", StringComparison.Ordinal)
            : name;
    }

    private void Read(string[] words)
    {
        switch (words)
        {
            case ["version", var version]:
                Version = version;
                break;
            case ["namespace", var module, var name]:
                _namespaces.Add(module, name);
                break;
            case ["rename", var place, var name]:
                _renames.Add(place, name);
                break;
            case ["double", var place]:
                _doubles.Add(place);
                break;
            case ["json", var place]:
                _json.Add(place);
                break;
            case ["secret", var place]:
                _secrets.Add(place);
                break;
            default:
                throw new RefreshException($"{Provider}.table: a line has a form that is not known; got '{string.Join(' ', words)}'");
        }
    }
}
