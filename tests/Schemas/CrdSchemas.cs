using CrossCloudMesh.Tests.Repository;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>The published definitions of custom kinds, where they are at hand: beside the project, or where <c>CRD_SCHEMAS</c> points.</summary>
internal static class CrdSchemas
{
    private static readonly Lazy<Dictionary<string, YamlMappingNode>> Known = new(Load);

    /// <summary>The folder that holds them; null where there is none.</summary>
    public static string? Folder { get; } = new[]
    {
        Environment.GetEnvironmentVariable("CRD_SCHEMAS"),
        Path.Combine(ProjectRoot.Path, "..", "shared", "schemas"),
    }.FirstOrDefault(Directory.Exists);

    /// <summary>The schema of a kind; null where nobody defines it.</summary>
    /// <param name="apiVersion">Group and version: <c>karpenter.sh/v1</c>.</param>
    /// <param name="kind">The kind.</param>
    public static YamlMappingNode? Find(string apiVersion, string kind) => Known.Value.GetValueOrDefault($"{apiVersion}:{kind}");

    private static Dictionary<string, YamlMappingNode> Load()
    {
        var known = new Dictionary<string, YamlMappingNode>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Folder!, "*.yaml", SearchOption.AllDirectories))
        {
            using var reader = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(reader);
            foreach (var document in stream.Documents)
            {
                if (document.RootNode is YamlMappingNode root && root.Text("kind") == "CustomResourceDefinition")
                {
                    Add(known, root.Map("spec")!);
                }
            }
        }

        return known;
    }

    private static void Add(Dictionary<string, YamlMappingNode> known, YamlMappingNode spec)
    {
        foreach (var version in spec.List("versions").Cast<YamlMappingNode>())
        {
            known[$"{spec.Text("group")}/{version.Text("name")}:{spec.Map("names")!.Text("kind")}"] =
                version.Map("schema")!.Map("openAPIV3Schema")!;
        }
    }
}

/// <summary>A fact that needs the definitions of custom kinds.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CrdFactAttribute : FactAttribute
{
    public CrdFactAttribute() => Skip = CrdSchemas.Folder is null ? "skipped: no CRD schemas" : null;
}

/// <summary>The same for many cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CrdTheoryAttribute : TheoryAttribute
{
    public CrdTheoryAttribute() => Skip = CrdSchemas.Folder is null ? "skipped: no CRD schemas" : null;
}

/// <summary>Reads members of YAML maps.</summary>
internal static class YamlMembers
{
    public static YamlNode? Member(this YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var member) ? member : null;

    public static YamlMappingNode? Map(this YamlMappingNode map, string key) => map.Member(key) as YamlMappingNode;

    public static IEnumerable<YamlNode> List(this YamlMappingNode map, string key) => (map.Member(key) as YamlSequenceNode)?.Children ?? [];

    public static string? Text(this YamlMappingNode map, string key) => (map.Member(key) as YamlScalarNode)?.Value;

    public static double? Number(this YamlMappingNode map, string key) =>
        map.Text(key) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
