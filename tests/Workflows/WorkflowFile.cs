using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>A workflow of GitHub Actions as it is written.</summary>
internal sealed record WorkflowFile(string Name, string Source, MapNode Root)
{
    public static string Folder { get; } = Path.Combine(ProjectRoot.Path, ".github", "workflows");

    /// <summary>Every workflow of the repository.</summary>
    public static IReadOnlyList<WorkflowFile> All { get; } =
        [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(path => Of(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)))];

    public static WorkflowFile Named(string name) => All.Single(file => file.Name == name);

    public static WorkflowFile Of(string name, string source) => new(name, source, (MapNode)YamlReader.Read(source, "GitHub")!);

    public IEnumerable<WorkflowJob> Jobs => ((MapNode)Root.Find("jobs")!).Entries.Select(entry => new WorkflowJob($"jobs.{entry.Key}", (MapNode)entry.Value));

    public IEnumerable<WorkflowStep> Steps => Jobs.SelectMany(job => job.Steps);

    public IEnumerable<string> Events => ((MapNode)Root.Find("on")!).Entries.Select(entry => entry.Key);

    /// <summary>The same with one text in place of another, which must be there.</summary>
    public WorkflowFile With(string old, string now)
    {
        Assert.Contains(old, Source, StringComparison.Ordinal);
        return Of(Name, Source.Replace(old, now, StringComparison.Ordinal));
    }

    public static string? Text(Node? node) => (node as ScalarNode)?.Text;

    /// <summary>What a map says, such as <c>contents: read, id-token: write</c>.</summary>
    public static string Words(Node? node) => node is MapNode map ? string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}")) : Text(node) ?? "none";
}

internal sealed record WorkflowJob(string Path, MapNode Node)
{
    public IEnumerable<WorkflowStep> Steps => ((ListNode)Node.Find("steps")!).Items.Select((step, index) => new WorkflowStep($"{Path}.steps[{index}]", (MapNode)step));
}

internal sealed record WorkflowStep(string Path, MapNode Node)
{
    public string? Run => WorkflowFile.Text(Node.Find("run"));

    public string? Uses => WorkflowFile.Text(Node.Find("uses"));

    public string? With(string input) => Node.Find("with") is MapNode map ? WorkflowFile.Text(map.Find(input)) : null;
}

internal static class WorkflowNodes
{
    /// <summary>What stands under a key; null where it is not there.</summary>
    public static Node? Find(this MapNode map, string key) => map[key]?.Value;
}
