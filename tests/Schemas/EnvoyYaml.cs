using System.Text.Json.Nodes;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Reads a file of Envoy's as JSON, which is how Envoy itself takes its YAML.</summary>
internal static class EnvoyYaml
{
    public static JsonNode? Read(string text) => YamlReader.Read(text) is { } root ? Node(root) : null;

    private static JsonNode? Node(Node node) => node switch
    {
        MapNode map => new JsonObject([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))]),
        ListNode list => new JsonArray([.. list.Items.Select(Node)]),
        ScalarNode scalar => ScalarRules.Resolve(scalar) switch
        {
            null => null,
            bool truth => truth,
            string text => text,
            long number => number,
            ulong number => number,
            double number => number,
            var other => throw new InvalidDataException($"{scalar.Text} is read as {other}"),
        },
        _ => throw new InvalidDataException($"{node}"),
    };
}
