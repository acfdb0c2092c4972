using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every site of App Mesh is on AWS, and has what App Mesh needs: a root over all, images that can be had.</summary>
internal static class AppMeshSites
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Mesh?.AppMesh is not { } appMesh)
        {
            yield break;
        }

        // Where there is Istio too, its own check says so.
        if (settings.Trust is null && settings.Mesh.Istio is null)
        {
            yield return new Fault("trust", "is missing, and the pods of a mesh must trust one root", Cure: "add the section, or remove mesh.appMesh");
        }

        for (var index = 0; index < appMesh.Sites.Length; index++)
        {
            var key = appMesh.Sites[index].ToString();
            foreach (var fault in OfSite($"mesh.appMesh.sites[{index}]", key, appMesh.Mirror, settings))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> OfSite(string path, string key, RegistryPath? mirror, MeshSettings settings)
    {
        if (!settings.Sites.TryGetValue(key, out var site))
        {
            yield return new Fault(path, "is not a site of sites", key, Wrong.MeantOrKnown(key, [.. settings.Sites.Keys]));
        }
        else if (site is not AwsSite aws)
        {
            yield return new Fault(path, "must be a site on AWS, as App Mesh was nowhere else", key, "take it out: its cluster then runs Istio");
        }
        else if (aws.Nat == NatMode.None && mirror?.IsEcr != true)
        {
            yield return new Fault(
                "mesh.appMesh.mirror", $"must be in ECR, which is the only registry that nodes of sites.{key} reach while nat is none", mirror?.ToString() ?? "nothing",
                "copy chart and images there, or choose another nat");
        }
    }
}
