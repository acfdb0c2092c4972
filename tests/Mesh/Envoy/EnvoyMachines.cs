using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>Machines for the services of a policy, as if all of them ran in one data centre.</summary>
internal static class EnvoyMachines
{
    public const string Site = "dc-frankfurt";

    /// <summary>Policies that Envoy by itself can do: the common subset, and what it has besides.</summary>
    public static Gen<MeshPolicy> Policies { get; } =
        from policy in PolicyGen.Common
        from connect in Gen.Choose(1, 9_999)
        from percent in Gen.Choose(1, 99)
        from asked in Gen.SubListOf<PolicyExtension>(new BalancingChoice(Balancing.LeastRequest), new ConnectTimeout(connect), new EjectionLimit(percent, 3))
        select policy with { Services = [.. policy.Services.Select(service => service with { Extensions = [.. asked] })] };

    /// <summary>A machine for each service, that calls whatever it may.</summary>
    public static ImmutableArray<EnvoyMachine> Of(MeshPolicy policy) =>
    [
        .. policy.Services.Select(service => new EnvoyMachine
        {
            Domain = policy.TrustDomain,
            Service = service,
            Site = Site,
            ApplicationPort = 18080,
            Connections = 1_000_000,
            Callees = [.. policy.Services.Where(callee => callee.Callers.Contains(service.Name)).Select(callee => Callee(callee, policy))],
        }),
    ];

    public static EnvoyCallee Callee(ServicePolicy callee, MeshPolicy policy) => new()
    {
        Service = callee,
        Hosts = callee.Canary is { } canary
            ? [.. canary.Versions.Select((version, index) => new EnvoyHost($"172.24.8.{index + 1}", callee.Port, version))]
            : [new("172.24.8.1", callee.Port, ""), new("172.24.8.2", callee.Port, "")],
        Sni = callee.Name.Host,
        Servers = [callee.Name.IdentityIn(policy.TrustDomain)],
    };
}
