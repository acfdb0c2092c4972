using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Who calls machines knows their addresses: Istio and other machines do, App Mesh does not.</summary>
internal static class MachineCallers
{
    public static IEnumerable<Fault> Check(string key, ServiceSettings service, MeshSettings settings)
    {
        for (var index = 0; index < service.Callers.Length; index++)
        {
            var name = service.Callers[index].ToString();
            if (settings.Services.TryGetValue(name, out var caller) && caller.Sites.Any(site => MeshPlan.KindOf(site.ToString(), settings) is PolicyTargets.AppMesh))
            {
                yield return new Fault($"services.{key}.callers[{index}]", "is in App Mesh, from which no way leads to machines", name, "move the caller to Istio, or the service into a cluster");
            }
        }
    }
}
