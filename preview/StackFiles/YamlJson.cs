using System.Text.Json.Nodes;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>What a YAML file says, as JSON; dates, which JSON does not know, are text.</summary>
internal static class YamlJson
{
    /// <exception cref="YamlFault">A text does not fit its tag, or is a number that JSON does not know.</exception>
    public static JsonNode? Of(Node node) => node switch
    {
        MapNode map => new JsonObject([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))]),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode scalar => Scalar(scalar),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static JsonNode? Scalar(ScalarNode scalar) => ScalarRules.Resolve(scalar) switch
    {
        null => null,
        bool truth => truth,
        long number => number,
        ulong number => number,
        double number when double.IsFinite(number) => number,
        double => throw new YamlFault(scalar.Place, "is a number that JSON does not know", "quote it, or leave it out"),
        _ => scalar.Text,
    };
}
