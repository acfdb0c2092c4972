using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>Files with something else in one place.</summary>
internal static class Mutants
{
    /// <summary>Words of which one can stand where another does.</summary>
    private static readonly string[][] Words =
    [
        ["TLSv1_2", "TLSv1_3", "TLS_AUTO", "TLSv1_1"],
        ["ROUND_ROBIN", "LEAST_REQUEST", "RANDOM"],
        ["STATIC", "STRICT_DNS", "LOGICAL_DNS"],
        ["ALLOW", "DENY", "LOG"],
        ["URI", "DNS"],
        ["h2", "http/1.1"],
        ["AUTO", "HTTP1", "HTTP2"],
        ["risk-v1", "risk-v2", "own", "collector"],
        ["0s", "60s", "10s", "15s"],
        ["127.0.0.1", "0.0.0.0"],
    ];

    /// <summary>Every value below one, and those below these.</summary>
    public static IEnumerable<JsonNode> Places(JsonNode node)
    {
        foreach (var child in node is JsonObject map ? map.Select(member => member.Value!) : node is JsonArray list ? list.Select(item => item!) : [])
        {
            yield return child;
            foreach (var below in Places(child))
            {
                yield return below;
            }
        }
    }

    /// <summary>What could stand in its place instead.</summary>
    public static IEnumerable<JsonNode> Changes(JsonNode place) => place.GetValueKind() switch
    {
        JsonValueKind.String when place.GetValue<string>() is var text =>
            [text + "x", "1" + text, .. Words.Where(words => words.Contains(text)).SelectMany(words => words).Where(word => word != text)],
        JsonValueKind.Number => [place.GetValue<decimal>() + 1, 0, -1, "1"],
        JsonValueKind.True or JsonValueKind.False => [!place.GetValue<bool>()],
        _ => [new JsonObject(), new JsonArray(), 1],
    };

    /// <summary>The root with something else in a place, or with nothing.</summary>
    public static JsonNode Changed(JsonNode root, JsonNode place, JsonNode? change)
    {
        var steps = new Stack<object>();
        for (var node = place; node.Parent is { } parent; node = parent)
        {
            steps.Push(parent is JsonArray ? node.GetElementIndex() : node.GetPropertyName());
        }

        var copy = root.DeepClone();
        var at = copy;
        while (steps.Count > 1)
        {
            at = steps.Pop() switch
            {
                int index => at[index]!,
                var name => at[(string)name]!,
            };
        }

        switch (steps.Pop(), change)
        {
            case (int index, null):
                at.AsArray().RemoveAt(index);
                break;
            case (int index, not null):
                at[index] = change.DeepClone();
                break;
            case (string name, null):
                at.AsObject().Remove(name);
                break;
            case (var name, _):
                at[(string)name] = change!.DeepClone();
                break;
        }

        return copy;
    }
}
