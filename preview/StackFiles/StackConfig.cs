using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>Puts a stack's configuration together from its two files, in the order in which the CLI does.</summary>
internal sealed class StackConfig
{
    private static readonly string[] TopKeys = ["config", "environment", "secretsprovider", "encryptionsalt", "encryptedkey"];

    private readonly List<Fault> faults = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> secretKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> structures = new(StringComparer.Ordinal);
    private readonly HashSet<string> sharedKeys = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Values => values;

    public IReadOnlySet<string> SecretKeys => secretKeys;

    /// <summary>The full keys whose value is the project's default.</summary>
    public IReadOnlySet<string> SharedKeys => sharedKeys;

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<string> Notes => notes;

    public static StackFile Read(string projectRoot, string stack, string? text) => new StackConfig().ReadBoth(projectRoot, stack, text);

    private StackFile ReadBoth(string root, string stack, string? text)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        if (!File.Exists(Path.Combine(root, ProjectFile.FileName)))
        {
            faults.Add(new Fault("", $"there is no {ProjectFile.FileName} in {root}", Cure: "run this in the project's root folder"));
            return new StackFile(ProjectFile.FileName, "", entries, this);
        }

        var projectSource = SourceFile.Read(root, ProjectFile.FileName);
        if (projectSource.Root is null)
        {
            faults.Add(projectSource.Fault!);
            return new StackFile(ProjectFile.FileName, "", entries, this);
        }

        var project = Guarded(ProjectFile.FileName, () => ProjectFile.Of(projectSource.Root));
        if (project is null)
        {
            return new StackFile(ProjectFile.FileName, "", entries, this);
        }

        faults.AddRange(project.Faults);
        var name = StackNames.FileOf(project.StackDirectory, stack);
        if (StackNames.Missing(root, project.StackDirectory, stack) is { } missing)
        {
            faults.Add(missing);
            return new StackFile(name, project.Name, entries, this);
        }

        var source = text is null ? SourceFile.Read(root, name) : SourceFile.Of(name, text);
        if (source.Root is null)
        {
            faults.Add(source.Fault!);
        }
        else
        {
            ReadTopKeys(source);
            ReadEntries(source, project, entries);
            ApplyProject(project, name, entries);
        }

        return new StackFile(name, project.Name, entries, this);
    }

    private void ReadTopKeys(SourceFile source)
    {
        foreach (var entry in source.Root!.Entries)
        {
            if (!TopKeys.Contains(entry.Key))
            {
                faults.Add(new Fault(
                    SourceFile.At(source.Name, entry.Place),
                    $"{entry.Key} is not a known key of a stack file",
                    Cure: "known: " + string.Join(", ", TopKeys)));
            }
        }

        if (source.Root["environment"] is { } environment)
        {
            notes.Add($"{SourceFile.At(source.Name, environment.Place)}: environment is not consulted; what it would add or override is missing here");
        }
    }

    private void ReadEntries(SourceFile source, ProjectFile project, Dictionary<string, Entry> entries)
    {
        if (source.Root!["config"] is not { } config || config.Value is ScalarNode { IsPlain: true, Text: "" or "~" or "null" })
        {
            faults.Add(new Fault(source.Name, "holds no config", Cure: "add config: with the keys " + SectionKeys(project)));
            return;
        }

        if (config.Value is not MapNode map)
        {
            faults.Add(new Fault(SourceFile.At(source.Name, config.Value.Place), "config must be a map of keys"));
            return;
        }

        foreach (var entry in map.Entries)
        {
            var place = SourceFile.At(source.Name, entry.Place);
            if (ConfigKey.Full(project.Name, entry.Key) is not { } key)
            {
                faults.Add(new Fault(place, $"{entry.Key} is not a configuration key", Cure: "write it as namespace:name"));
            }
            else if (!entries.TryAdd(key, entry))
            {
                faults.Add(new Fault(place, $"{key} stands here twice, as {entries[key].Key} too", Cure: "keep one"));
            }
            else if (Guarded(source.Name, () => ConfigValue.Of(key, entry.Value, isDefault: false)) is { } value)
            {
                CheckOurs(key, value, place, project);
                Take(key, value);
            }
        }
    }

    /// <summary>Of the project's own keys, each is a section, which holds no secret, or a secret with a name of its own.</summary>
    private void CheckOurs(string key, ConfigValue value, string place, ProjectFile project)
    {
        var prefix = project.Name + ":";
        if (!key.StartsWith(prefix, StringComparison.Ordinal))
        {
            return;
        }

        var isSection = SettingsLoader.Sections.Contains(key[prefix.Length..]);
        if (isSection && value.IsSecret)
        {
            faults.Add(new Fault(place, $"{key} must not hold a secret", Cure: "give the secret a key of its own"));
        }
        else if (!isSection && !value.IsSecret && !project.Settings.ContainsKey(key))
        {
            faults.Add(new Fault(place, $"{key} is not read by anything", Cure: "known: " + SectionKeys(project)));
        }
    }

    private static string SectionKeys(ProjectFile project) =>
        string.Join(", ", SettingsLoader.Sections.Select(section => $"{project.Name}:{section}"));

    private void ApplyProject(ProjectFile project, string stackName, Dictionary<string, Entry> entries)
    {
        foreach (var (key, setting) in project.Settings)
        {
            if (!values.ContainsKey(key))
            {
                if (setting.Given is { } given)
                {
                    if (Guarded(ProjectFile.FileName, () => ConfigValue.Of(key, given, isDefault: true)) is { } value)
                    {
                        Take(key, value);
                        entries[key] = new Entry(key, setting.Place, given);
                        sharedKeys.Add(key);
                    }
                }
                else if (key.StartsWith(project.Name + ":", StringComparison.Ordinal))
                {
                    faults.Add(new Fault(
                        stackName,
                        $"{key} is missing, which {ProjectFile.FileName} declares",
                        Cure: "add it to the stack file"));
                    continue;
                }
            }

            CheckDeclared(key, setting, stackName);
        }
    }

    private void CheckDeclared(string key, ProjectSetting setting, string stackName)
    {
        if (setting.Type is null || !values.TryGetValue(key, out var text))
        {
            return;
        }

        var isSecret = secretKeys.Contains(key);
        if (setting.IsSecret && !isSecret)
        {
            faults.Add(new Fault(
                stackName,
                $"{key} must be a secret, as {ProjectFile.FileName} declares",
                Cure: "set it with pulumi config set --secret"));
        }
        else if (!isSecret && !DeclaredType.Fits(setting.Type, text, structures.Contains(key)))
        {
            faults.Add(new Fault(stackName, $"{key} must be of type {setting.Type}, as {ProjectFile.FileName} declares"));
        }
    }

    private void Take(string key, ConfigValue value)
    {
        values[key] = value.Text;
        if (value.IsStructure)
        {
            structures.Add(key);
        }

        if (value.IsSecret)
        {
            secretKeys.Add(key);
        }
    }

    private T? Guarded<T>(string file, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (YamlFault fault)
        {
            faults.Add(SourceFile.FaultOf(file, fault));
            return null;
        }
    }
}
