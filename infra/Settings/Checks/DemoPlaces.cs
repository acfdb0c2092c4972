using CrossCloudMesh.Mesh.Demo;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The demo has services of Istio to answer for, and what it makes of one is called as nothing of another.</summary>
internal static class DemoPlaces
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Mesh is not { Demo: not null } mesh)
        {
            yield break;
        }

        if (mesh.Istio is null)
        {
            yield return new Fault("mesh.demo", "needs mesh.istio, whose proxies stand beside its pods", Cure: "add mesh.istio, or remove mesh.demo");
        }

        var services = settings.Services.Where(service => service.Value.Sites.Any(site => MeshPlan.KindOf(site.ToString(), settings) is PolicyTargets.Istio)).ToList();
        if (services.Count == 0)
        {
            yield return new Fault("mesh.demo", "answers for services in clusters of Istio, and there are none", Cure: "add some to services, or remove mesh.demo");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, service) in services)
        {
            var policy = ServicePlan.PolicyOf(key, service);
            foreach (var name in DemoService.VersionsOf(policy).Select(version => $"{policy.Name.Namespace}/{DemoService.NameOf(policy, version)}").Where(name => !names.TryAdd(name, key)))
            {
                yield return new Fault(
                    "mesh.demo",
                    $"calls a Deployment by service and version, and one of services.{key} would have the name of one of services.{names[name]}",
                    name,
                    "call a version of one of the two otherwise, or remove mesh.demo");
            }
        }
    }
}
