using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Tests.Mesh.Istio;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Mesh.AppMesh;

/// <summary>The objects of this folder, written by hand from AWS's documents.</summary>
internal static class AppMeshObjects
{
    public static AppMeshMesh Mesh { get; } = new(TrustDomain.Parse("mesh.example")!.Value);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Objects of which each field counts, as few as possible say what holds without them; between them a line of hyphens.</summary>
    public static string GoodText => File.ReadAllText(Path.Combine(Folder, "..", "good", "objects.yaml"));

    private static string Folder => Path.Combine(ProjectRoot.Path, "tests", "Mesh", "AppMesh", "objects");

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + ".yaml"));

    public static JsonNode Named(string name) => IstioObjects.Parse(TextOf(name));

    public static AppMeshReading Lifted(params IEnumerable<string> names) => AppMeshLifter.Of(names.Select(Named), Mesh);
}
