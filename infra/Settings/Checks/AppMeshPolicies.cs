using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>App Mesh can do what is asked of every service on its sites.</summary>
internal static class AppMeshPolicies
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        // Of callers that are no services, others tell.
        if (settings.Mesh?.AppMesh is not { } appMesh
            || !settings.Services.Values.SelectMany(service => service.Callers).All(caller => settings.Services.ContainsKey(caller.ToString()))
            || ServicePlan.PolicyOf(settings) is not { } policy)
        {
            return [];
        }

        var paths = settings.Services
            .GroupBy(service => $"{ServicePlan.NameOf(service.Key, service.Value)}", StringComparer.Ordinal)
            .ToDictionary(name => name.Key, name => $"services.{name.First().Key}", StringComparer.Ordinal);
        return appMesh.Sites
            .SelectMany(site => AppMeshFaults.Of(new AppMeshNeighbours(policy, site.ToString(), cloudMapNamespace: "", bridge: null)))
            .Select(fault => fault with { Path = paths[fault.Path] })
            .Distinct();
    }
}
