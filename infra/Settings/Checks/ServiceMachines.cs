using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A service in a data centre has machines there, in its ranges and of its own, and asks for nothing that Envoy by itself cannot do.</summary>
internal static class ServiceMachines
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var taken = new Dictionary<PrivateAddress, string>();
        foreach (var (key, service) in settings.Services)
        {
            var path = $"services.{key}";
            foreach (var fault in Places(path, service, settings).Concat(Workloads(key, service, settings)))
            {
                yield return fault;
            }

            foreach (var (site, machines) in service.Machines)
            {
                foreach (var fault in MachinePorts.Check($"{path}.machines.{site}", service, machines).Concat(Hosts($"{path}.machines.{site}.hosts", site, machines, service, settings, taken)))
                {
                    yield return fault;
                }
            }

            if (!service.Machines.IsEmpty)
            {
                foreach (var fault in EnvoyFaults.Of(ServicePlan.PolicyOf(key, service)).Concat(MachineCallers.Check(key, service, settings)))
                {
                    yield return fault with { Path = fault.Path.StartsWith("services.", StringComparison.Ordinal) ? fault.Path : path };
                }
            }
        }

        if (settings.Mesh?.Envoy is null && settings.Services.Values.Any(service => !service.Machines.IsEmpty))
        {
            yield return new Fault("mesh.envoy", "is missing, and services run on machines", Cure: "add it with the version of Envoy");
        }
    }

    private static IEnumerable<Fault> Places(string path, ServiceSettings service, MeshSettings settings)
    {
        foreach (var site in service.Sites.Select(site => site.ToString()).Where(site => settings.Sites.GetValueOrDefault(site) is OnPremisesSite && !service.Machines.ContainsKey(site)))
        {
            yield return new Fault($"{path}.machines.{site}", "is missing, and the service runs in that data centre", Cure: "add its machines with applicationPort and hosts");
        }

        foreach (var site in service.Machines.Keys.Where(site => settings.Sites.GetValueOrDefault(site) is not OnPremisesSite || !service.Sites.Any(each => each.ToString() == site)))
        {
            yield return new Fault($"{path}.machines.{site}", $"must be a data centre that {path}.sites names too", site, "name it there, or remove the machines");
        }
    }

    private static IEnumerable<Fault> Workloads(string key, ServiceSettings service, MeshSettings settings) =>
        from site in service.Machines.Keys
        let workload = MachinePlan.WorkloadOf(site, key)
        where settings.Trust?.Workloads.ContainsKey(workload) ?? false
        select new Fault($"trust.workloads.{workload}", $"must have another name than the certificate of services.{key} in {site}", workload, "call it otherwise");

    private static IEnumerable<Fault> Hosts(
        string path, string site, MachineSettings machines, ServiceSettings service, MeshSettings settings, Dictionary<PrivateAddress, string> taken)
    {
        foreach (var (host, machine) in machines.Hosts)
        {
            if (settings.Sites.GetValueOrDefault(site) is OnPremisesSite centre && !centre.Ranges.Any(range => range.Contains(machine.Address.Range)))
            {
                yield return new Fault(
                    $"{path}.{host}.address", $"must lie in the ranges of sites.{site}, {string.Join(", ", centre.Ranges)}", machine.Address.ToString(), "correct it, or announce its range");
            }

            if (!taken.TryAdd(machine.Address, $"{path}.{host}"))
            {
                yield return new Fault(
                    $"{path}.{host}.address", $"must be a machine of its own, and {taken[machine.Address]} is the same, whose Envoy has its ports", machine.Address.ToString(), "give the service another machine");
            }

            if (machine.Version is { } version && !(service.Canary?.Steps.Any(step => step.ContainsKey(version.ToString())) ?? false))
            {
                yield return new Fault($"{path}.{host}.version", "must be a version of the service's canary", version.ToString(), "name one of its steps, or leave it out");
            }
            else if (machine.Version is null && service.Canary is not null)
            {
                yield return new Fault($"{path}.{host}.version", "is missing, and the service has a canary", Cure: "say which of its versions runs there");
            }
        }
    }
}
