using CrossCloudMesh.Plan;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Holds an object against the published structure of the kinds that every cluster has: an unknown field is a fault, and a wrong type.</summary>
/// <remarks>It knows nothing of what is required, nor of bounds. What the plan does not know yet, and a secret, fits anything.</remarks>
internal static class KubernetesStructure
{
    private const string Metadata = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private static readonly Lazy<Dictionary<string, YamlMappingNode>> Known = new(Load);

    /// <summary>What is wrong with an object, each as <c>path: what</c>; null where the kind is not one of these.</summary>
    public static IReadOnlyList<string>? Faults(SortedMap<PlanValue> members) =>
        Known.Value.GetValueOrDefault(NameOf(members["apiVersion"].Text(), members["kind"].Text())) is { } type
            ? [.. Check(new PlanValue.ObjectValue(members), type, "")]
            : null;

    /// <summary>The same of the metadata alone, which is alike for every kind.</summary>
    public static IReadOnlyList<string> FaultsOfMetadata(PlanValue metadata) => [.. Check(metadata, Known.Value[Metadata], ".metadata")];

    private static string NameOf(string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        var (group, version) = slash < 0 ? ("core", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
        const string Suffix = ".k8s.io";
        group = group.EndsWith(Suffix, StringComparison.Ordinal) ? group[..^Suffix.Length] : group;
        return $"io.k8s.api.{(group == "rbac.authorization" ? "rbac" : group)}.{version}.{kind}";
    }

    private static IEnumerable<string> Check(PlanValue value, YamlMappingNode type, string path)
    {
        if (value is PlanValue.UnknownValue or PlanValue.SecretValue)
        {
            return [];
        }

        if (type.Text("namedType") is { } name)
        {
            return Check(value, Known.Value[name], path);
        }

        return value switch
        {
            PlanValue.ObjectValue map when type.Map("map") is { } form => Members(map, form, path),
            PlanValue.ListValue list when type.Map("list")?.Map("elementType") is { } each => list.Items.SelectMany((item, index) => Check(item, each, $"{path}[{index}]")),
            PlanValue.TextValue when type.Text("scalar") is "string" or "untyped" => [],
            PlanValue.NumberValue when type.Text("scalar") is "numeric" or "untyped" => [],
            PlanValue.BoolValue when type.Text("scalar") is "boolean" or "untyped" => [],
            _ => [$"{path}: must be {type.Text("scalar") ?? (type.Map("list") is null ? "a map" : "a list")}"],
        };
    }

    private static IEnumerable<string> Members(PlanValue.ObjectValue map, YamlMappingNode form, string path)
    {
        var fields = form.List("fields").Cast<YamlMappingNode>().ToDictionary(field => field.Text("name")!, field => field.Map("type")!, StringComparer.Ordinal);
        return map.Members.SelectMany(member =>
            (fields.GetValueOrDefault(member.Key) ?? form.Map("elementType")) is { } type
                ? Check(member.Value, type, $"{path}.{member.Key}")
                : [$"{path}.{member.Key}: is not a known field"]);
    }

    private static Dictionary<string, YamlMappingNode> Load()
    {
        using var reader = File.OpenText(Path.Combine(CrdSchemas.Folder!, "kubernetes", "structure-1.37.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return ((YamlMappingNode)stream.Documents[0].RootNode).List("types").Cast<YamlMappingNode>().ToDictionary(type => type.Text("name")!, StringComparer.Ordinal);
    }
}
