using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>The configuration of one stack, read from its files as the Pulumi CLI reads them.</summary>
/// <remarks>
/// <c>Pulumi.yaml</c> gives what all stacks share, <c>Pulumi.STACK.yaml</c> the rest, in the folder that the former names.
/// Where the CLI is silent, this is strict: a missing, empty or second document, and a key that nothing reads, are faults.
/// </remarks>
public sealed class StackFile
{
    private readonly Dictionary<string, Entry> entries;
    private readonly IReadOnlySet<string> sharedKeys;

    internal StackFile(string path, string project, Dictionary<string, Entry> entries, StackConfig config)
    {
        Path = path;
        Project = project;
        this.entries = entries;
        Config = config.Values;
        sharedKeys = config.SharedKeys;
        SecretKeys = config.SecretKeys;
        Faults = config.Faults;
        Notes = config.Notes;
        Sections = config.Values
            .Where(each => each.Key.StartsWith(project + ":", StringComparison.Ordinal) && SettingsLoader.Sections.Contains(each.Key[(project.Length + 1)..]))
            .ToDictionary(each => each.Key[(project.Length + 1)..], each => each.Value, StringComparer.Ordinal);
    }

    /// <summary>The stack file's path from the project's root.</summary>
    public string Path { get; }

    /// <summary>The project's name, which is the namespace of its keys.</summary>
    public string Project { get; }

    /// <summary>By full key, the text that the program would find in PULUMI_CONFIG; <c>[secret KEY]</c> stands for each secret.</summary>
    public IReadOnlyDictionary<string, string> Config { get; }

    /// <summary>The sections of the settings, by name: what <see cref="SettingsLoader.Load"/> takes.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; }

    /// <summary>The full keys whose value is a secret or holds one.</summary>
    public IReadOnlySet<string> SecretKeys { get; }

    /// <summary>Whether the stack holds a secret of the project by that name, without namespace.</summary>
    public bool HasSecret(string name) => SecretKeys.Contains($"{Project}:{name}");

    /// <summary>What is wrong with the files themselves. Where it is not one setting, the path is <c>file:line:column</c>.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>What a reader should know, such as that an environment was not consulted.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The files of a stack. Nothing is thrown for what they hold.</summary>
    /// <param name="projectRoot">The folder of <c>Pulumi.yaml</c>.</param>
    /// <param name="stack">The stack's name: <c>dev</c>.</param>
    public static StackFile Read(string projectRoot, string stack) => StackConfig.Read(projectRoot, stack, null);

    /// <summary>The same, with another text in place of that of the stack's own file.</summary>
    internal static StackFile Read(string projectRoot, string stack, string text) => StackConfig.Read(projectRoot, stack, text);

    /// <summary>The file that a setting's section stands in, from the project's root: the stack's own, or the project's where the stack
    /// is silent.</summary>
    /// <param name="settingsPath">A path as a fault tells it: <c>sites.aws-east.region</c>.</param>
    public string FileOf(string settingsPath)
    {
        var section = settingsPath.AsSpan().IndexOfAny('.', '[') is >= 0 and var end ? settingsPath[..end] : settingsPath;
        return sharedKeys.Contains($"{Project}:{section}") ? ProjectFile.FileName : Path;
    }

    /// <summary>Where a setting stands in its file, both from 1; where it is missing, what it should stand in; null where not even
    /// that is there.</summary>
    /// <param name="settingsPath">A path as a fault tells it: <c>sites.aws-east.region</c>.</param>
    public (int Line, int Column)? Locate(string settingsPath) =>
        SettingsPath.Walk(entries, Project, settingsPath) is { Place: var place } ? (place.Line, place.Column) : null;

    /// <summary>The same fault, showing a value as it is typed where YAML read it as something else: 1.30, which became 1.3.</summary>
    public Fault AsTyped(Fault fault) =>
        fault.Got is not null
        && SettingsPath.Walk(entries, Project, fault.Path) is { Found: ScalarNode { IsPlain: true } scalar }
        && ScalarRules.Resolve(scalar) is { } value
        && fault.Got.Trim('"') == GoText.Of(value)
        && scalar.Text != GoText.Of(value)
            ? fault with { Got = $"{scalar.Text}, which is read as {fault.Got}" }
            : fault;
}
