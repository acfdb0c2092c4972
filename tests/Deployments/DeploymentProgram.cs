using System.Text.RegularExpressions;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Workflows;

namespace CrossCloudMesh.Tests.Deployments;

/// <summary>A Pulumi YAML program under deployments/ as it is written.</summary>
internal sealed partial record DeploymentProgram(string Source, MapNode Root)
{
    private static readonly string[] OfProgram = ["name", "runtime", "description", "config", "variables", "resources", "outputs"];
    private static readonly string[] OfResource = ["type", "properties", "options"];
    private static readonly string[] OfOptions = ["provider", "protect", "dependsOn"];

    public static string Folder { get; } = Path.Combine(ProjectRoot.Path, "deployments");

    public static DeploymentProgram In(string folder) => Of(File.ReadAllText(Path.Combine(Folder, folder, "Pulumi.yaml")));

    public static DeploymentProgram Of(string source) => new(source, (MapNode)YamlReader.Read(source)!);

    public IEnumerable<(string Name, string Type, MapNode Node)> Resources =>
        Map("resources").Select(entry => (entry.Key, WorkflowFile.Text(((MapNode)entry.Value).Find("type"))!, (MapNode)entry.Value));

    public IEnumerable<Entry> Map(string key) => (Root.Find(key) as MapNode)?.Entries ?? [];

    public MapNode Properties(string resource) => (MapNode)Resources.Single(each => each.Name == resource).Node.Find("properties")!;

    /// <returns>What is wrong, a line each: unknown keys, types, inputs and names, and what is missing.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        faults.AddRange(Root.Entries.Where(entry => !OfProgram.Contains(entry.Key, StringComparer.Ordinal)).Select(entry => $"unknown {entry.Key}"));
        foreach (var (name, type, node) in Resources)
        {
            faults.AddRange(node.Entries.Where(entry => !OfResource.Contains(entry.Key, StringComparer.Ordinal)).Select(entry => $"{name}: unknown {entry.Key}"));
            faults.AddRange(((node.Find("options") as MapNode)?.Entries ?? []).Where(entry => !OfOptions.Contains(entry.Key, StringComparer.Ordinal)).Select(entry => $"{name}: unknown option {entry.Key}"));
            if (!DeploymentFacts.Inputs.TryGetValue(type, out var inputs))
            {
                faults.Add($"{name}: unknown type {type}");
                continue;
            }

            var words = inputs.Split(' ');
            var given = Paths((MapNode)node.Find("properties")!, "").ToList();
            faults.AddRange(given.Where(path => !words.Contains(path, StringComparer.Ordinal) && !words.Contains(path + "*", StringComparer.Ordinal)).Select(path => $"{name}: unknown input {path}"));
            faults.AddRange(words.Where(word => word.EndsWith('*') && !word.Contains('.', StringComparison.Ordinal) && !given.Contains(word[..^1], StringComparer.Ordinal)).Select(word => $"{name}: lacks {word[..^1]}"));
        }

        HashSet<string> known = ["pulumi", .. Map("config").Concat(Map("variables")).Concat(Map("resources")).Select(entry => entry.Key)];
        faults.AddRange(Reference().Matches(Source).Select(match => match.Groups["name"].Value).Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal).Select(name => $"unknown ${{{name}}}"));
        return faults;
    }

    private static IEnumerable<string> Paths(MapNode node, string prefix)
    {
        foreach (var entry in node.Entries)
        {
            var path = prefix + entry.Key;
            yield return path;
            if (entry.Value is MapNode inner && !DeploymentFacts.Free.Contains(path))
            {
                foreach (var deeper in Paths(inner, path + "."))
                {
                    yield return deeper;
                }
            }
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
