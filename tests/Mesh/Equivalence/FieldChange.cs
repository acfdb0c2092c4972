using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>A change of one field of one object.</summary>
/// <param name="Object">Which of the objects.</param>
/// <param name="Path">The field: <c>spec.ports[0].port</c>.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What comes there; null where the field goes.</param>
internal sealed record FieldChange(int Object, string Path, JsonNode Old, JsonNode? New)
{
    /// <summary>The path without the places in lists, so that like fields have one: <c>spec.ports[].port</c>.</summary>
    public string Shape => ShapeOf(Path);

    public bool IsDeletion => New is null;

    /// <summary>Whether nothing is said after it, which also an empty object says.</summary>
    public bool IsGone => New is null or JsonObject { Count: 0 };

    public override string ToString() => $"{Path}: {Old.ToJsonString()} -> {New?.ToJsonString() ?? "nothing"}";

    /// <summary>The objects after it.</summary>
    public List<RenderedObject> On(IReadOnlyList<RenderedObject> objects)
    {
        List<RenderedObject> changed = [.. objects];
        changed[Object] = objects[Object] with { Content = objects[Object].Content.DeepClone() };
        var at = Fields.At(changed[Object].Content, Path);
        switch (at.Parent)
        {
            case JsonArray list when IsDeletion:
                list.RemoveAt(at.GetElementIndex());
                break;
            case JsonObject map when IsDeletion:
                map.Remove(at.GetPropertyName());
                break;
            default:
                at.ReplaceWith(New!.DeepClone());
                break;
        }

        return changed;
    }

    public static string ShapeOf(string path) => string.Concat(path.Where((letter, at) => !char.IsAsciiDigit(letter) || !InBrackets(path, at)));

    private static bool InBrackets(string path, int at) => path[..at].TrimEnd([.. "0123456789"]).EndsWith('[');
}

/// <summary>The fields of a JSON object by their paths.</summary>
internal static partial class Fields
{
    private const string Root = "$";

    /// <summary>Every field at whatever depth, those with fields of their own too.</summary>
    public static IEnumerable<(string Path, JsonNode Value)> Of(JsonNode root)
    {
        foreach (var child in root is JsonObject map ? map.Select(member => member.Value) : root is JsonArray list ? list : [])
        {
            if (child is not null)
            {
                yield return (PathOf(child), child);
                foreach (var below in Of(child))
                {
                    yield return below;
                }
            }
        }
    }

    public static bool IsLeaf(JsonNode value) => value.GetValueKind() is not (JsonValueKind.Object or JsonValueKind.Array);

    public static JsonNode At(JsonNode root, string path) => Step().Matches(path).Aggregate(root, (at, step) => step.Groups["index"] is { Success: true } index
        ? at[int.Parse(index.Value, CultureInfo.InvariantCulture)]!
        : at[step.Groups["name"].Value]!);

    [GeneratedRegex(@"\['(?<name>[^']+)'\]|\[(?<index>[0-9]+)\]|(?<name>[^.\[\]]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Step();

    private static string PathOf(JsonNode node) => node.GetPath()[Root.Length..].TrimStart('.');
}
