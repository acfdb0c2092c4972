using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of services on machines: where they are, what certificates they need, and where each is reached.</summary>
public static class MachinePlan
{
    /// <summary>The data centres with machines of the mesh, in the order of their keys: each has an authority of its own.</summary>
    public static ImmutableSortedSet<string> SitesOf(MeshSettings settings) =>
        settings.Services.Values.SelectMany(service => service.Machines.Keys).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The key of a service's certificate among the workloads outside the mesh: <c>dc-frankfurt-archive</c>.</summary>
    public static string WorkloadOf(string site, string service) => $"{site}-{service}";

    /// <summary>The settings of trust, with the services on machines among the workloads outside the mesh.</summary>
    public static TrustSettings TrustOf(TrustSettings trust, MeshSettings settings) => trust with
    {
        Workloads = trust.Workloads.SetItems(
            from service in settings.Services
            from site in service.Value.Machines.Keys
            let name = ServicePlan.NameOf(service.Key, service.Value)
            select KeyValuePair.Create(WorkloadOf(site, service.Key), new TrustedWorkloadSettings
            {
                Site = EntryKey.Parse(site)!.Value,
                Namespace = name.Namespace,
                ServiceAccount = name.Name,
                DnsNames = [DnsName.Parse(name.Host)!.Value],
            })),
    };

    /// <summary>Where a service on machines is reached from a site: by a link, or in the same data centre.</summary>
    public static ImmutableArray<EnvoyHost> HostsOf(ServiceSettings service, string from, MeshSettings settings) =>
    [
        .. service.Machines
            .Where(site => site.Key == from || BridgePlan.Joins(site.Key, from, settings))
            .SelectMany(site => site.Value.Hosts.Values)
            .Select(host => new EnvoyHost(host.Address.ToString(), service.Port, host.Version?.ToString() ?? "")),
    ];

    /// <summary>What the Envoys of one service's machines are told.</summary>
    public static EnvoyMachine MachineOf(string key, string site, MeshSettings settings)
    {
        var (policy, machines) = (ServicePlan.PolicyOf(settings)!, settings.Services[key].Machines[site]);
        var name = ServicePlan.NameOf(key, settings.Services[key]);
        var byName = settings.Services.ToDictionary(service => ServicePlan.NameOf(service.Key, service.Value), service => service.Value);
        return new()
        {
            Domain = policy.TrustDomain,
            Service = policy.Services.Single(service => service.Name == name),
            Site = site,
            ApplicationPort = machines.ApplicationPort,
            Connections = machines.Connections,
            Traces = machines.Traces is { } traces ? new(traces.Port, traces.Percent) : null,
            Callees =
            [
                .. policy.Services
                    .Where(callee => callee.Callers.Contains(name))
                    .OrderBy(callee => $"{callee.Name}", StringComparer.Ordinal)
                    .Select(callee => policy.KindOf(callee) is PolicyTargets.Envoy
                        ? OnMachines(callee, policy, HostsOf(byName[callee.Name], site, settings))
                        : OverBridge(callee, [.. callee.Sites.Where(there => BridgePlan.Joins(site, there, settings)).Select(there => BridgeEnd.Of(policy, there))])),
            ],
        };
    }

    private static EnvoyCallee OnMachines(ServicePolicy callee, MeshPolicy policy, ImmutableArray<EnvoyHost> hosts) => new()
    {
        Service = callee,
        Hosts = hosts,
        Sni = callee.Name.Host,
        Servers = [callee.Name.IdentityIn(policy.TrustDomain)],
    };

    /// <summary>Which pods answer, near ones or others, is chosen beyond the bridge, by the mesh that knows where they are.</summary>
    private static EnvoyCallee OverBridge(ServicePolicy callee, ImmutableArray<BridgeEnd> ends) => new()
    {
        Service = callee with { Extensions = callee.Extensions.RemoveAll(extension => extension is LocalityFailover) },
        Hosts = [.. ends.Select(end => new EnvoyHost(end.Host.ToString(), BridgeFacts.Port, ""))],
        Sni = ends.IsEmpty ? "" : ends[0].Host.ToString(),
        Servers = [.. ends.Select(end => end.Host.ToString())],
    };
}
