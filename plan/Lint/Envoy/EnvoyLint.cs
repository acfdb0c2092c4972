using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>Every rule for files that an Envoy starts with.</summary>
public static class EnvoyLint
{
    private static readonly string[] Own = ["static_resources", "dynamic_resources", "admin", "node"];

    /// <summary>In ordinal order of their ids.</summary>
    public static IReadOnlyList<EnvoyRule> Rules { get; } =
    [
        .. ((EnvoyRule[])[.. TlsRules.List, .. RouteRules.List, .. ClusterRules.List, .. ProcessRules.List, .. FormRules.List]).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>What is wrong with a file, the worst first.</summary>
    /// <param name="root">The file, with its fields' names as the API writes them, or in lowerCamelCase.</param>
    public static IReadOnlyList<Finding> Judge(JsonNode root)
    {
        var file = new EnvoyFile(FieldNames.Usual(root)!);
        return [.. Rules.SelectMany(rule => rule.Findings(file)).Order().ThenBy(finding => finding.Evidence[0].Path, StringComparer.Ordinal)];
    }

    /// <summary>Why a file is none that an Envoy starts with; null where it may be one.</summary>
    public static Fault? FaultOf(JsonNode? root, string name) => FieldNames.Usual(root) switch
    {
        JsonObject map when Array.Exists(Own, map.ContainsKey) => null,
        JsonObject map => new(name, $"is no bootstrap of Envoy, which has {string.Join(", ", Own)}", map.Count == 0 ? "nothing" : string.Join(", ", map.Select(member => member.Key).Take(5))),
        JsonArray => new(name, "is no bootstrap of Envoy, which is a map", "a list"),
        _ => new(name, "is no bootstrap of Envoy, which is a map", "a single value"),
    };
}
