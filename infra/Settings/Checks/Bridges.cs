using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Where services of one kind of mesh call those of another, both kinds are there, and each end of the bridge can be.</summary>
/// <remarks>Of callers and sites that are none, others tell.</remarks>
internal static class Bridges
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => IsWhole(settings) ? [.. OfNamespaces(settings), .. OfMeshes(settings), .. BridgePlan.Ends(settings).SelectMany(site => OfEnd(site, settings))] : [];

    private static bool IsWhole(MeshSettings settings) => settings.Trust is not null && settings.Services.Values.All(service =>
        service.Callers.All(caller => settings.Services.ContainsKey(caller.ToString())) && service.Sites.All(site => settings.Sites.ContainsKey(site.ToString())));

    private static IEnumerable<Fault> OfNamespaces(MeshSettings settings) =>
        from service in settings.Services
        where service.Value.Namespace.ToString() == BridgeFacts.AppMeshNamespace
        select new Fault($"services.{service.Key}.namespace", "must be another than that of the bridge into App Mesh", BridgeFacts.AppMeshNamespace, "choose another");

    private static IEnumerable<Fault> OfMeshes(MeshSettings settings)
    {
        if (settings.Mesh?.Istio is null && settings.Sites.Keys.FirstOrDefault(site => IsBridged(site, settings) && MeshPlan.KindOf(site, settings) is PolicyTargets.Istio) is { } site)
        {
            yield return new Fault("mesh.istio", $"is missing, and services on sites.{site} call or are called over a bridge that needs it there", Cure: "add it, or have them in one mesh");
        }
    }

    private static bool IsBridged(string site, MeshSettings settings) => !BridgePlan.ExportsOf(site, settings).IsEmpty || !BridgePlan.ImportsOf(site, settings).IsEmpty;

    private static IEnumerable<Fault> OfEnd(string key, MeshSettings settings)
    {
        if (settings.Sites[key] is AwsSite { Cluster.Controllers.LoadBalancer: null } && MeshPlan.PeersOf(key, settings).IsEmpty)
        {
            yield return new Fault(
                $"sites.{key}.cluster.controllers.loadBalancer", "is missing, and makes the load balancer of the bridge between kinds of mesh",
                Cure: "add it with a chartVersion");
        }

        var exported = BridgePlan.ExportsOf(key, settings);
        if (MeshPlan.KindOf(key, settings) is PolicyTargets.AppMesh && exported.Select(service => service.Protocol).Distinct().Count() > 1)
        {
            var (other, one) = (exported.First(service => service.Protocol != exported[0].Protocol), exported[0]);
            yield return new Fault(
                $"services.{KeyOf(other, settings)}.protocol",
                $"must be that of services.{KeyOf(one, settings)}, as both are called over the bridge into App Mesh on {key}, whose port speaks one",
                other.Protocol.ToString().ToLowerInvariant(),
                $"take {one.Protocol.ToString().ToLowerInvariant()}, or have one of the two on a site of Istio");
        }
    }

    private static string KeyOf(ServicePolicy service, MeshSettings settings) => settings.Services.First(each => ServicePlan.NameOf(each.Key, each.Value) == service.Name).Key;
}
