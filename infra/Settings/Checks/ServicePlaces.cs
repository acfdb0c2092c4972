using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A service runs on sites that trust makes a mesh, under a name of its own, where no proxy listens already.</summary>
internal static class ServicePlaces
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Services.Count > 0 && settings.Trust is null)
        {
            yield return new Fault("services", "need trust, or nothing vouches for who calls whom", $"{settings.Services.Count} of them", "add the section trust");
        }

        var names = new Dictionary<ServiceName, string>();
        foreach (var (key, service) in settings.Services)
        {
            var path = $"services.{key}";
            foreach (var fault in service.Sites.Select((site, index) => OfSite($"{path}.sites[{index}]", site.ToString(), settings)).OfType<Fault>())
            {
                yield return fault;
            }

            if (!names.TryAdd(ServicePlan.NameOf(key, service), path))
            {
                yield return new Fault(
                    $"{path}.name",
                    $"must be a name of its own in the namespace {service.Namespace}, and {names[ServicePlan.NameOf(key, service)]} has the same",
                    ServicePlan.NameOf(key, service).Name.ToString(),
                    "give one of the two another name or namespace");
            }

            if (ServiceFacts.TakenNamespaces.Contains(service.Namespace.ToString()))
            {
                yield return new Fault($"{path}.namespace", "must be one that the mesh makes, and every cluster has this one", service.Namespace.ToString(), "give the service a namespace of its own");
            }

            if (ServiceFacts.ProxyPorts.Contains(service.Port))
            {
                yield return new Fault($"{path}.port", "must be another than those that the proxy beside it listens on", service.Port.ToString(), "have it listen elsewhere");
            }
        }
    }

    private static Fault? OfSite(string path, string site, MeshSettings settings) =>
        !settings.Sites.ContainsKey(site)
            ? new Fault(path, "is not a site of sites", site, Wrong.MeantOrKnown(site, [.. settings.Sites.Keys]))
            : null;
}
