using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>Writes names of fields as the API has them: Envoy also takes them in lowerCamelCase.</summary>
/// <remarks>Source: https://protobuf.dev/programming-guides/json/, read 2026-11-21.</remarks>
internal static partial class FieldNames
{
    /// <summary>The same file with names as the API has them.</summary>
    public static JsonNode? Usual(JsonNode? node) => node switch
    {
        JsonObject map => Map(map),
        JsonArray list => new JsonArray([.. list.Select(Usual)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Map(JsonObject map)
    {
        var usual = new JsonObject();
        foreach (var (name, value) in map)
        {
            usual[Camel().IsMatch(name) ? Hump().Replace(name, hump => "_" + hump.Value.ToLowerInvariant()) : name] = Usual(value);
        }

        return usual;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Camel();

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Hump();
}
