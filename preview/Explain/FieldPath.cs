using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Facts.Fields;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>Finds what a <see cref="FieldFact.Path"/> leads to.</summary>
internal static partial class FieldPath
{
    /// <summary>Whatever stands there, each with its place; nothing where there is no such field.</summary>
    /// <param name="root">An object, or a file.</param>
    /// <param name="path">The path.</param>
    /// <param name="service">The service that it is about.</param>
    public static IEnumerable<(string Path, JsonNode Value)> Find(JsonNode root, string path, ServiceName service)
    {
        IEnumerable<JsonNode> found = [root];
        foreach (Match step in Step().Matches(For(path, service)))
        {
            found = [.. found.SelectMany(at => Next(at, step))];
        }

        return found.Select(value => (value.GetPath()["$.".Length..], value));
    }

    /// <summary>The path for one service.</summary>
    public static string For(string path, ServiceName service) => path
        .Replace("{name}", $"{service.Name}", StringComparison.Ordinal)
        .Replace("{namespace}", $"{service.Namespace}", StringComparison.Ordinal)
        .Replace("{full}", $"{service.Name}.{service.Namespace}", StringComparison.Ordinal)
        .Replace("{host}", service.Host, StringComparison.Ordinal);

    private static IEnumerable<JsonNode> Next(JsonNode at, Match step) => (at, step.Groups["member"].Value, step.Groups["item"].Value) switch
    {
        (JsonObject map, "*", _) => map.Select(member => member.Value).OfType<JsonNode>(),
        (JsonObject map, { Length: > 0 } name, _) => map[name] is { } value ? [value] : [],
        (JsonArray list, "", var item) => int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? list.Skip(index).Take(1).OfType<JsonNode>()
            : list.OfType<JsonNode>().Where(each => item.Split('&').All(condition => Holds(each, condition))),
        _ => [],
    };

    private static bool Holds(JsonNode item, string condition)
    {
        var (sides, begins) = (condition.Split('=', 2), condition.Contains("^=", StringComparison.Ordinal));
        JsonNode? value = item;
        foreach (var name in sides[0].TrimEnd('^').Split('.'))
        {
            value = (value as JsonObject)?[name];
        }

        var text = value?.ToString();
        return text == sides[1] || (begins && text?.StartsWith(sides[1] + "/", StringComparison.Ordinal) == true);
    }

    [GeneratedRegex(@"\[(?<item>[^\]]+)\]|(?<member>[^.\[\]]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Step();
}
