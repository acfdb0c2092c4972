using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Mesh.Istio;

/// <summary>The objects of this folder, written by hand from Istio's documents.</summary>
internal static class IstioObjects
{
    public static IstioMesh Mesh { get; } = new(TrustDomain.Parse("mesh.example")!.Value);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Istio", "objects");

    public static JsonNode Named(string name) => Parse(File.ReadAllText(Path.Combine(Folder, name + ".yaml")));

    public static JsonNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return NodeOf(stream.Documents[0].RootNode)!;
    }

    public static IstioReading Lifted(params IEnumerable<string> names) => IstioLifter.Of(names.Select(Named), Mesh);

    private static JsonNode? NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, NodeOf(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(NodeOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } text when int.TryParse(text.Value, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };
}
