namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>The one Mesh.</summary>
/// <param name="Source">Its object.</param>
/// <param name="Labels">The labels of the namespaces that are in it; empty is every namespace.</param>
/// <param name="OutwardField">Where it says that proxies let out whatever no backend names; null where they drop it.</param>
internal sealed record Mesh(AppMeshObject Source, SortedDictionary<string, string> Labels, Field? OutwardField);

/// <summary>Reads the Mesh, and which namespaces are in it.</summary>
/// <remarks>
/// Without a word about what may go out, only what backends name may. Without a selector no namespace is in the mesh. Its name in AWS is
/// nobody's but AWS's. Who owns it, and which kind of addresses it prefers, has no place in the normal form.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_EgressFilter.html and
/// https://aws.github.io/aws-app-mesh-controller-for-k8s/reference/api_spec/, read 2026-11-21.
/// </remarks>
internal static class MeshReader
{
    private const string Injection = "appmesh.k8s.aws/sidecarInjectorWebhook";
    private const string Injected = "enabled";
    private const string Everything = "ALLOW_ALL";

    public static Mesh Read(AppMeshObject source)
    {
        var spec = source.Members();
        spec["awsName"]?.Text();
        var selector = spec.Need("namespaceSelector").Members();
        var labels = selector["matchLabels"]?.Labels() ?? [];
        selector.End();
        var filter = spec["egressFilter"]?.Members();
        var type = filter?.Need("type");
        filter?.End();
        spec.End();
        return new(source, labels, type?.Word(Everything, "DROP_ALL") == Everything ? type : null);
    }

    /// <summary>Refuses a namespace of nodes whose pods would be outside of the mesh, or without a proxy.</summary>
    public static void MustHold(AppMeshObject place, Mesh mesh)
    {
        var labels = place.Labels?.Labels() ?? [];
        foreach (var (name, value) in mesh.Labels.Append(KeyValuePair.Create(Injection, Injected)))
        {
            if (!labels.TryGetValue(name, out var got) || got != value)
            {
                throw new RefusedException(new($"{place.Title}: metadata.labels.{name}", $"must be {value}, as it holds a VirtualNode", got));
            }
        }
    }
}
