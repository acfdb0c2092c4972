using System.Text.Json.Nodes;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Facts.Fields;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>An object of a cluster, or the file that an Envoy starts with.</summary>
/// <param name="Site">Where it holds.</param>
/// <param name="Kind">Its kind, or the name of the file.</param>
/// <param name="Content">What it says.</param>
internal sealed record PlannedObject(string Site, string Kind, JsonNode Content)
{
    /// <summary>The file's name.</summary>
    public const string EnvoyFile = "envoy.yaml";

    private const string RootNamespace = "istio-system";

    /// <summary>How it is told of: <c>VirtualService payments/payment</c>.</summary>
    public string Title => Kind == EnvoyFile
        ? $"{EnvoyFile} of {Text("node", "cluster")}"
        : Text("metadata", "namespace") is { Length: > 0 } place ? $"{Kind} {place}/{Text("metadata", "name")}" : $"{Kind} {Text("metadata", "name")}";

    /// <summary>Whether it is where a field of a service is looked for.</summary>
    public bool Holds(FieldFact field, ServicePolicy service) => Kind == field.Carrier && field.Owner switch
    {
        FieldOwner.Caller => !IsOf(service.Name),
        FieldOwner.Mesh => service.Sites.Contains(Site, StringComparer.Ordinal) && Text("metadata", "namespace") == RootNamespace,
        _ => IsOf(service.Name),
    };

    private bool IsOf(ServiceName service) => Kind == EnvoyFile
        ? Text("node", "cluster") == $"{service.Name}.{service.Namespace}"
        : Text("metadata", "namespace") == $"{service.Namespace}"
            && (Text("metadata", "name") is { } name && (name == $"{service.Name}" || name == BridgeFacts.RuleOf($"{service.Name}")) || Text("spec", "podSelector", "matchLabels", "app") == $"{service.Name}");

    /// <summary>The text behind some names; null where no single value stands there.</summary>
    public string? Text(params ReadOnlySpan<string> path) => (At(path) as JsonValue)?.ToString();

    /// <summary>Whether anything stands behind some names.</summary>
    public bool Has(params ReadOnlySpan<string> path) => At(path) is not null;

    private JsonNode? At(ReadOnlySpan<string> path)
    {
        JsonNode? at = Content;
        foreach (var name in path)
        {
            at = (at as JsonObject)?[name];
        }

        return at;
    }
}

/// <summary>What a plan puts where services run, as far as a mesh reads it.</summary>
internal static class PlannedMesh
{
    private const string Hidden = "(not shown)";

    /// <summary>The objects of all clusters, and the files of all machines.</summary>
    public static IEnumerable<PlannedObject> Of(PlanDocument plan) =>
    [
        .. ManifestSet.Of(plan).Manifests
            .Where(manifest => !manifest.IsRelease)
            .Select(manifest => (manifest.Site, Content: new JsonObject(manifest.Members.Select(member => KeyValuePair.Create(member.Name, NodeOf(member.Value))))))
            .Select(each => new PlannedObject(each.Site, each.Content["kind"]!.GetValue<string>(), each.Content)),
        .. BundleFile.Of(plan)
            .Where(file => file.Path.EndsWith("/" + PlannedObject.EnvoyFile, StringComparison.Ordinal))
            .Select(file => new PlannedObject(file.Site, PlannedObject.EnvoyFile, YamlJson.Of(YamlReader.Read(file.Text, "Envoy")!)!)),
    ];

    private static JsonNode? NodeOf(PlanValue value) => value switch
    {
        PlanValue.NullValue => null,
        PlanValue.BoolValue flag => flag.Value,
        PlanValue.TextValue text => text.Value,
        PlanValue.NumberValue number when double.IsInteger(number.Value) => (long)number.Value,
        PlanValue.NumberValue number => number.Value,
        PlanValue.ListValue list => new JsonArray([.. list.Items.Select(NodeOf)]),
        PlanValue.ObjectValue map => new JsonObject(map.Members.Select(member => KeyValuePair.Create(member.Key, NodeOf(member.Value)))),
        _ => Hidden,
    };
}
