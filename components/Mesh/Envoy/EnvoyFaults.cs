using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What Envoy by itself cannot do of a policy.</summary>
/// <remarks>That nobody may call, it can: the filter without a policy lets nobody in, although any certificate of the mesh would do for TLS.</remarks>
public static class EnvoyFaults
{
    /// <summary>What is wrong with one service's policy for Envoy by itself.</summary>
    public static IEnumerable<Fault> Of(ServicePolicy service) => [.. PolicyFaults.Beyond(service, PolicyTargets.Envoy), .. OfRetries(service)];

    /// <summary>What is wrong with what a machine is to be told, its callees included.</summary>
    public static IEnumerable<Fault> Of(EnvoyMachine machine) =>
    [
        .. Of(machine.Service),
        .. machine.Callees.SelectMany(callee => Of(callee.Service)),
        .. machine.Callees.SelectMany(OfHosts),
        .. OfRoom(machine),
    ];

    private static IEnumerable<Fault> OfRetries(ServicePolicy service)
    {
        if (service.Retries is { On.IsEmpty: true })
        {
            yield return new($"{service.Name}", "Envoy cannot retry after nothing, and would never retry", "retries on no event", "name one, or leave retries out");
        }
    }

    private static IEnumerable<Fault> OfHosts(EnvoyCallee callee)
    {
        if (callee.Hosts.IsEmpty)
        {
            yield return new($"{callee.Service.Name}", "Envoy by itself finds no machine that it is not told of", "no address", "say where it is reached");
        }
        else if (callee.Service.Canary is { } canary && callee.Hosts.Any(host => host.Version.Length > 0))
        {
            foreach (var version in canary.Weights.Where(weight => weight.Value > 0 && callee.Hosts.All(host => host.Version != weight.Key)))
            {
                yield return new($"{callee.Service.Name}", "Envoy by itself needs an address for each version that has a weight", version.Key, "name a machine of it, or give it no weight");
            }
        }
    }

    private static IEnumerable<Fault> OfRoom(EnvoyMachine machine)
    {
        if (ServerCaps.Of(machine.Service).MaxConnections is { } cap && cap > machine.Connections)
        {
            yield return new(
                $"{machine.Service.Name}",
                "Envoy would turn connections away before the cap is reached",
                $"a cap of {cap} connections, and {machine.Connections} in all",
                "let in more connections, or cap them lower");
        }
    }
}
