using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Services on machines: from their settings to a bundle for each data centre, and to the addresses by which Istio's clusters call them.</summary>
internal sealed class EnvoyLayer
{
    public EnvoyLayer(MeshSettings settings, MeshPlaces places, MeshLayer? istio)
    {
        foreach (var (key, service) in settings.Services)
        {
            foreach (var site in service.Machines.Keys)
            {
                _ = new EnvoyBundle($"{site}-{key}-envoy", new()
                {
                    Machine = MachinePlan.MachineOf(key, site, settings),
                    Version = settings.Mesh!.Envoy!.Version.ToString(),
                    Workload = MachinePlan.WorkloadOf(site, key),
                });
            }
        }

        if (istio is not null && ServicePlan.PolicyOf(settings) is { } policy)
        {
            foreach (var site in istio.Members.Keys)
            {
                Lead(site, policy, settings, places, istio);
            }
        }
    }

    private static void Lead(string site, MeshPolicy policy, MeshSettings settings, MeshPlaces places, MeshLayer istio)
    {
        var here = policy.Services.Where(service => service.Sites.Contains(site, StringComparer.Ordinal)).Select(service => service.Name).ToHashSet();
        foreach (var (key, service) in settings.Services.Where(service => !service.Value.Machines.IsEmpty))
        {
            var called = policy.Services.Single(each => each.Name == ServicePlan.NameOf(key, service));
            if (called.Callers.Any(here.Contains))
            {
                _ = new MachineCalls($"{site}-machines-of-{called.Name.Name}.{called.Name.Namespace}", new()
                {
                    Cluster = places.All[site].Cluster,
                    Policy = policy,
                    Service = called,
                    Machines = [.. MachinePlan.HostsOf(service, site, settings).Select(host => new CalledMachine(host.Address, host.Version))],
                    WaitFor = [istio.NamespaceOf(site, $"{called.Name.Namespace}")],
                });
            }
        }
    }
}
