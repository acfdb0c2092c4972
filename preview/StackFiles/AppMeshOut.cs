using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>Takes App Mesh out of a stack file: the lines that ask for it, and those that accept its end.</summary>
internal static class AppMeshOut
{
    private const string Mesh = "mesh";
    private const string AppMesh = "appMesh";
    private const string Rules = "rules";
    private const string Suppress = "suppress";
    private const string Rule = "rule";
    private const string EndOfLife = "app-mesh-end-of-life";

    /// <summary>What to change; or why that must be done by hand.</summary>
    /// <param name="file">The stack's files.</param>
    /// <param name="text">What the stack file says.</param>
    public static (StackEdit? Edit, Fault? Fault) Of(StackFile file, string text)
    {
        if (SectionOf(file, text, Mesh) is not { Value: MapNode mesh } || mesh[AppMesh] is not { } appMesh)
        {
            return (null, new Fault($"{Mesh}.{AppMesh}", $"does not stand in {file.Path}, the only file that is changed for one stack", null, $"move the section {Mesh} there"));
        }

        var blocks = new List<(int First, int Last)>();
        if (StackEdit.BlockAt(text, appMesh.Place) is not { } block || mesh.Entries.Any(other => other != appMesh && other.Place.Line == appMesh.Place.Line))
        {
            return (null, new Fault($"{Mesh}.{AppMesh}", "shares its line with something else, so that no line can be taken out", null, "give it lines of its own"));
        }

        blocks.Add(block);
        if (Accepted(file, text) is { } accepted)
        {
            blocks.AddRange(accepted);
        }

        return (StackEdit.Without(file.Path, text, blocks), null);
    }

    /// <summary>The lines of suppressions of the finding that App Mesh has ended, which finds nothing any more; of all around them where they are all there is.</summary>
    private static IEnumerable<(int First, int Last)>? Accepted(StackFile file, string text)
    {
        if (SectionOf(file, text, Rules) is not { Value: MapNode rules } section || rules[Suppress] is not { Value: ListNode list } suppress)
        {
            return null;
        }

        List<Node> ended = [.. list.Items.Where(item => item is MapNode map && map[Rule]?.Value is ScalarNode { Text: EndOfLife })];
        Place[] places = ended.Count == 0 ? []
            : ended.Count < list.Items.Count ? [.. ended.Select(item => item.Place)]
            : rules.Entries.Count > 1 ? [suppress.Place]
            : [section.Place];
        var blocks = Array.ConvertAll(places, place => StackEdit.BlockAt(text, place));
        return Array.TrueForAll(blocks, block => block is not null) ? blocks.Select(block => block!.Value) : null;
    }

    private static Entry? SectionOf(StackFile file, string text, string section) =>
        YamlReader.Read(text) is MapNode root && root["config"]?.Value is MapNode config
            ? config.Entries.FirstOrDefault(entry => ConfigKey.Full(file.Project, entry.Key) == $"{file.Project}:{section}")
            : null;
}
