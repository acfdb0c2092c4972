using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>On a machine, each port is one program's, and the Envoy takes as many connections as its service's caps let in.</summary>
internal static class MachinePorts
{
    public static IEnumerable<Fault> Check(string path, ServiceSettings service, MachineSettings machines)
    {
        int[] ofEnvoy = [EnvoyBootstrap.AdminPort, EnvoyBootstrap.OutboundPort];
        if (ofEnvoy.Contains(service.Port))
        {
            yield return new Fault($"{path}", $"cannot take calls on the service's port, as Envoy has {string.Join(" and ", ofEnvoy)} for itself", service.Port.ToString(), "have the service called on another");
        }

        if (machines.ApplicationPort == service.Port || ofEnvoy.Contains(machines.ApplicationPort))
        {
            yield return new Fault(
                $"{path}.applicationPort", $"must be another than those of the Envoy beside it, {string.Join(", ", [.. ofEnvoy, service.Port])}", machines.ApplicationPort.ToString(), "have the service listen elsewhere");
        }

        if (machines.Traces is { } traces && (traces.Port == service.Port || traces.Port == machines.ApplicationPort || ofEnvoy.Contains(traces.Port)))
        {
            yield return new Fault($"{path}.traces.port", "must be the collector's own, and another program has it", traces.Port.ToString(), "have the collector listen elsewhere");
        }

        var cap = service.Caps.MaxConnections ?? CapPolicy.Usual;
        if (service.Protocol is ServiceProtocol.Http && cap > machines.Connections)
        {
            yield return new Fault($"{path}.connections", $"must be at least the {cap} of caps.maxConnections", machines.Connections.ToString(), "let in more, or cap them lower");
        }
    }
}
