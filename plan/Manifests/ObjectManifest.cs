using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Manifests;

/// <summary>An object of Kubernetes as its file says it: what it is first, the rest in ordinal order.</summary>
internal static class ObjectManifest
{
    private static readonly string[] First = ["apiVersion", "kind", "metadata"];

    public static bool IsOne(PlannedResource resource) => resource.Text("apiVersion") is { Length: > 0 } && resource.Text("kind") is { Length: > 0 };

    public static Sequence<ManifestMember> Of(PlannedResource resource, Lineage lineage)
    {
        var members = new List<ManifestMember>();
        foreach (var name in First)
        {
            if (resource.Inputs[name] is { } value)
            {
                members.Add(new(name, value, Origins.Of(resource, [name], lineage)));
            }
        }

        foreach (var (name, value) in resource.Inputs)
        {
            if (!First.Contains(name, StringComparer.Ordinal))
            {
                members.Add(new(name, value, Origins.Of(resource, [name], lineage)));
            }
        }

        return new([.. members]);
    }
}
