using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>What <c>Pulumi.yaml</c> says about configuration: the project's name, where its stack files are, and what all of them
/// share.</summary>
/// <param name="Name">The project's name, the namespace of its keys.</param>
/// <param name="StackDirectory">Where stack files are, from the project's root; empty for the root itself.</param>
/// <param name="Settings">By full key, what the project says of it.</param>
/// <param name="Faults">What the CLI would refuse.</param>
internal sealed record ProjectFile(string Name, string StackDirectory, IReadOnlyDictionary<string, ProjectSetting> Settings, IReadOnlyList<Fault> Faults)
{
    public const string FileName = "Pulumi.yaml";

    private static readonly string[] Words = ["type", "items", "description", "secret", "default", "value"];

    public static ProjectFile Of(MapNode root)
    {
        var faults = new List<Fault>();
        var settings = new Dictionary<string, ProjectSetting>(StringComparer.Ordinal);
        var name = TextOf(root, "name");
        var directory = TextOf(root, "stackConfigDir");
        if (string.IsNullOrEmpty(name))
        {
            faults.Add(new Fault(FileName, "needs the project's name", Cure: "add name: cross-cloud-mesh"));
        }

        switch (root["config"]?.Value)
        {
            case MapNode config:
                foreach (var entry in config.Entries)
                {
                    ReadSetting(name ?? "", entry, settings, faults);
                }

                break;
            case ScalarNode { Text: var old } scalar when ScalarRules.Resolve(scalar) is string:
                // The old way to say where stack files are.
                directory ??= old;
                break;
        }

        return new ProjectFile(name ?? "", directory ?? "", settings, faults);
    }

    private static void ReadSetting(string project, Entry entry, Dictionary<string, ProjectSetting> settings, List<Fault> faults)
    {
        var isOurs = !entry.Key.Contains(':') || entry.Key.StartsWith(project + ":", StringComparison.Ordinal);
        var place = SourceFile.At(FileName, entry.Place);
        if (ConfigKey.Full(project, entry.Key) is not { } key || key.AsSpan().ContainsAny('.', '[', '"'))
        {
            faults.Add(new Fault(
                place,
                $"the key {entry.Key} must be a plain name, with at most one prefix",
                Cure: "write it as namespace:name"));
            return;
        }

        var setting = entry.Value switch
        {
            MapNode map => new ProjectSetting(
                entry.Place,
                map["value"]?.Value,
                map["default"]?.Value,
                TypeOf(map),
                map["secret"]?.Value is ScalarNode { Text: "true" }),
            var value when isOurs => new ProjectSetting(entry.Place, null, value, null, false),
            var value => new ProjectSetting(entry.Place, value, null, null, false),
        };
        setting = setting with { Value = Present(setting.Value), Default = Present(setting.Default) };
        if ((entry.Value as MapNode)?.Entries.FirstOrDefault(each => !Words.Contains(each.Key)) is { } unknown)
        {
            faults.Add(new Fault(
                SourceFile.At(FileName, unknown.Place),
                $"{unknown.Key} is not a known key of a project setting",
                Cure: "to share a map with all stacks, put it under value:"));
        }
        else if (setting is { Value: not null, Default: not null })
        {
            faults.Add(new Fault(place, $"{entry.Key} has both a value and a default", Cure: "keep one"));
        }
        else if (!isOurs && (setting.Value is null || setting.Type is not null))
        {
            faults.Add(new Fault(
                place,
                $"{entry.Key} belongs to another namespace, so it must have a value, and neither a default nor a type",
                Cure: "put what it is under value:"));
        }
        else if (!settings.TryAdd(key, setting))
        {
            faults.Add(new Fault(place, $"{key} stands here twice, with and without its prefix", Cure: "keep one"));
        }
    }

    private static string? TypeOf(MapNode map) => map["type"]?.Value is ScalarNode { Text: var type } ? type : null;

    private static string? TextOf(MapNode root, string key) => root[key]?.Value is ScalarNode scalar ? ScalarRules.Resolve(scalar) as string : null;

    private static Node? Present(Node? node) => node is ScalarNode scalar && ScalarRules.Resolve(scalar) is null ? null : node;
}

/// <summary>What the project says of one key.</summary>
/// <param name="Place">Where it says so.</param>
/// <param name="Value">What it is in all stacks that do not say otherwise.</param>
/// <param name="Default">The same, in the words for the project's own keys.</param>
/// <param name="Type">Of what type it must be; null where any will do.</param>
/// <param name="IsSecret">Whether a stack must encrypt it.</param>
internal sealed record ProjectSetting(Place Place, Node? Value, Node? Default, string? Type, bool IsSecret)
{
    public Node? Given => Default ?? Value;
}
