using System.Globalization;
using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Tests.Repository;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>The files of this folder, written by hand from Envoy's documents: two machines of which nobody says more than is needed, and what
/// can be laid over them. Lists are laid over one another item by item.</summary>
internal static class EnvoyFiles
{
    public const string Payment = "spiffe://mesh.example/ns/payments/sa/payment";

    /// <summary>What stands in place of a machine's file; all else is laid over one.</summary>
    private static readonly string[] Servers = ["server", "server-of-any-name"];
    private static readonly string[] Callers = ["caller", "caller-canary", "caller-canary-done"];

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "files");

    public static JsonNode Named(string name) => Parse(File.ReadAllText(Path.Combine(Folder, name + ".yaml")));

    public static JsonNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return NodeOf(stream.Documents[0].RootNode)!;
    }

    /// <summary>The machine of the service and that of a caller, with what is laid over each.</summary>
    public static EnvoyBootstrap[] Machines(params IReadOnlyList<string> names) =>
        [new("payment.yaml", Laid(Servers, names, "server"), Payment), new("orders.yaml", Laid(Callers, names, "caller"))];

    public static EnvoyReading Lifted(params IReadOnlyList<string> names) => EnvoyLifter.Of(Machines(names));

    private static JsonNode Laid(string[] wholes, IReadOnlyList<string> names, string machine)
    {
        List<string> own = [.. names.Where(name => name.Split('-')[0] == machine)];
        var root = Named(own.Find(wholes.Contains) ?? wholes[0]);
        foreach (var name in own.Except(wholes))
        {
            Lay(root, Named(name));
        }

        return root;
    }

    private static void Lay(JsonNode below, JsonNode above)
    {
        switch (below, above)
        {
            case (JsonObject map, JsonObject other):
                foreach (var (key, value) in other)
                {
                    LayAt(map[key], value!, () => map[key] = value!.DeepClone());
                }

                break;
            case (JsonArray list, JsonArray other):
                for (var index = 0; index < other.Count; index++)
                {
                    var (at, item) = (index, other[index]!);
                    LayAt(at < list.Count ? list[at] : null, item, () => Put(list, at, item.DeepClone()));
                }

                break;
        }
    }

    private static void LayAt(JsonNode? below, JsonNode above, Action put)
    {
        if ((below, above) is (JsonObject, JsonObject) or (JsonArray, JsonArray))
        {
            Lay(below!, above);
        }
        else
        {
            put();
        }
    }

    private static void Put(JsonArray list, int index, JsonNode item)
    {
        if (index < list.Count)
        {
            list[index] = item;
        }
        else
        {
            list.Add(item);
        }
    }

    private static JsonNode? NodeOf(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, NodeOf(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(NodeOf)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } text when decimal.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };
}
