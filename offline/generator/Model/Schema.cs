namespace CrossCloudMesh.Generator.Model;

/// <summary>A provider's facts, as read from its schema file.</summary>
internal sealed class Schema
{
    private readonly HashSet<string> _enums = [];

    private Schema()
    {
    }

    public string Package { get; private set; } = "";

    public string Version { get; private set; } = "";

    /// <summary>The package's namespace, e.g. <c>Pulumi.Aws</c>.</summary>
    public string Root { get; private set; } = "";

    public string PackageClass => Root.Substring("Pulumi.".Length);

    public bool IsKubernetes => Package == "kubernetes";

    public List<Entry> Entries { get; } = [];

    public bool IsEnum(string fullName) => _enums.Contains(fullName);

    public static Schema Parse(string text)
    {
        var schema = new Schema();
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (line.Length > 0 && line[0] != '#')
                schema.Read(line, number);
            number++;
        }

        if (schema.Package.Length == 0)
            throw new SchemaException(0, "package: no line names package and version; refresh the schema");
        return schema;
    }

    private void Read(string line, int number)
    {
        if (line[0] == ' ')
            ReadProperty(line, number);
        else if (line.StartsWith("package ", StringComparison.Ordinal))
            ReadPackage(line, number);
        else
            Entries.Add(Head(line.Split(' '), number));
    }

    private void ReadPackage(string line, int number)
    {
        var words = line.Split(' ');
        if (words.Length != 3)
            throw new SchemaException(number, $"package: needs a name and a version; got '{line}'; refresh the schema");
        Package = words[1];
        Version = words[2];
        Root = "Pulumi." + char.ToUpperInvariant(Package[0]) + Package.Substring(1);
    }

    private void ReadProperty(string line, int number)
    {
        if (Entries.Count == 0)
            throw new SchemaException(number, $"property: stands before any block; got '{line.Trim()}'; refresh the schema");
        var entry = Entries[Entries.Count - 1];
        if (entry.Kind != "enum")
        {
            entry.Properties.Add(new Property(line, number));
            return;
        }

        var member = line.Trim();
        var at = member.IndexOf(' ');
        entry.Members.Add(new(at < 0 ? member : member.Substring(0, at), at < 0 ? "" : member.Substring(at + 1)));
    }

    private Entry Head(string[] words, int number)
    {
        switch (words[0])
        {
            case "provider":
                return new("provider", Package, "Provider", words.Skip(1).ToArray());
            case "resource" or "component" or "function" when words.Length >= 3:
                return new(words[0], words[1], words[2], words.Skip(3).ToArray());
            case "type" when words.Length >= 3:
                return new("type", "", words[1], words.Skip(2).ToArray());
            case "enum" when words.Length == 2:
                _enums.Add(words[1]);
                return new("enum", "", words[1], []);
            default:
                throw new SchemaException(number, $"block: not in the schema's notation; got '{string.Join(" ", words)}'; refresh the schema");
        }
    }
}
