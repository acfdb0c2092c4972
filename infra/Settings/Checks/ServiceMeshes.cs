using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A service is in one mesh alone: its sites all run one kind.</summary>
/// <remarks>Two meshes do not know each other's pods, so one name in both would be two services.</remarks>
internal static class ServiceMeshes
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, service) in settings.Services)
        {
            var kinds = service.Sites
                .Select(site => site.ToString())
                .Where(settings.Sites.ContainsKey)
                .Distinct(StringComparer.Ordinal)
                .GroupBy(site => MeshPlan.KindOf(site, settings))
                .Select(kind => $"{string.Join(" and ", kind)} ({PolicyFaults.WordOf(kind.Key)})")
                .ToList();
            if (kinds.Count > 1)
            {
                yield return new Fault(
                    $"services.{key}.sites",
                    "must all be in one mesh, as no two kinds share a service of one name",
                    string.Join(", ", kinds),
                    "keep it on those of one kind, or make it two services with names of their own");
            }
        }
    }
}
