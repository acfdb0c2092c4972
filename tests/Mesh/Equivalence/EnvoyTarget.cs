using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Mesh.Envoy;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;
using Read = CrossCloudMesh.Lifters.Envoy.EnvoyBootstrap;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>Envoy by itself: a bundle for the machines of each service in each site, of which the Envoys start with one file.</summary>
internal sealed class EnvoyTarget : IMeshTarget
{
    /// <summary>As many as the greatest cap, which no machine may turn away before.</summary>
    private const int Connections = 100_000;

    public PolicyTargets Kind => PolicyTargets.Envoy;

    public Gen<MeshPolicy> Policies { get; } = PolicyGen.CalledFor(PolicyTargets.Envoy);

    /// <summary>Each version of a canary is a cluster of its own in the file of each caller.</summary>
    public Gen<MeshPolicy> Small => Policies.Where(policy =>
        policy.Services.Sum(service => service.Sites.Length) <= 4 && policy.Services.Sum(service => service.Canary?.Versions.Length ?? 0) is > 1 and <= 6);

    public IReadOnlyDictionary<string, (MeshPolicy Policy, string Sentence)> Refused { get; } = new Dictionary<string, (MeshPolicy, string)>(StringComparer.Ordinal)
    {
        ["retries without an event"] = (
            With(service => service with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } }),
            "Envoy cannot retry after nothing, and would never retry"),
        ["pods near the caller"] = (
            With(service => service with { Extensions = [new LocalityFailover(Locality.OwnSite)] }),
            "Envoy by itself cannot prefer pods near the caller"),
        ["a cap above all connections"] = (
            With(service => service with { Protocol = ServiceProtocol.Http, Caps = new() { MaxConnections = Connections + 1 } }),
            "Envoy would turn connections away before the cap is reached"),
    };

    public async Task<IReadOnlyList<IReadOnlyList<RenderedObject>>> RenderAsync(IReadOnlyList<MeshPolicy> policies)
    {
        var asked = await Harness.RunAsync((_, _) =>
        {
            foreach (var (name, machine) in policies.SelectMany((policy, index) => MachinesOf(policy).Select(machine => (NameOf(index, machine), machine))))
            {
                _ = new EnvoyBundle(name, new() { Machine = machine, Version = "1.39.3", Workload = name });
            }
        });
        return
        [
            .. policies.Select((policy, index) => MachinesOf(policy)
                .Select(machine => new RenderedObject(PlaceOf(machine), FileOf(asked.One(EnvoyBundle.Token, NameOf(index, machine)))))
                .ToList()),
        ];
    }

    public MeshReading Lift(IReadOnlyList<RenderedObject> objects)
    {
        var reading = EnvoyLifter.Of(objects.Select(each => new Read(each.Place, each.Content)));
        return new(reading.Form, [.. reading.Faults.Select(fault => $"{fault}")]);
    }

    public string? WhyIdle(FieldChange change, IReadOnlyList<RenderedObject> objects) => EnvoyIdleFields.Why(change, objects);

    private static string NameOf(int index, EnvoyMachine machine) => $"m{index}-{PlaceOf(machine)}";

    private static string PlaceOf(EnvoyMachine machine) => $"{machine.Site}-{machine.Service.Name.Name}.{machine.Service.Name.Namespace}";

    /// <summary>What the Envoys start with, as whoever copied the bundle reads it.</summary>
    private static JsonNode FileOf(PlannedResource bundle)
    {
        var text = ((PlanValue.TextValue)((PlanValue.ObjectValue)bundle.Outputs["files"]!).Members["envoy.yaml"]!).Value;
        return JsonNode.Parse(EnvoyFiles.Parse(text).ToJsonString())!;
    }

    private static IEnumerable<EnvoyMachine> MachinesOf(MeshPolicy policy) =>
        from service in policy.Services
        from site in service.Sites
        select new EnvoyMachine
        {
            Domain = policy.TrustDomain,
            Service = service,
            Site = site,
            ApplicationPort = 18080,
            Connections = Connections,
            Callees = [.. policy.Services.Where(callee => callee.Callers.Contains(service.Name)).Select(callee => new EnvoyCallee
            {
                Service = callee,
                Hosts = [.. callee.Sites.SelectMany(each => HostsOf(callee, each))],
                Sni = callee.Name.Host,
                Servers = [callee.Name.IdentityIn(policy.TrustDomain)],
            })],
        };

    /// <summary>Two machines in each site, or one of each version.</summary>
    private static IEnumerable<EnvoyHost> HostsOf(ServicePolicy service, string site)
    {
        string[] versions = service.Canary is { } canary ? [.. canary.Versions] : ["", ""];
        return versions.Select((version, index) => new EnvoyHost($"172.24.{PolicyGen.Sites.IndexOf(site)}.{index + 1}", service.Port, version));
    }

    private static MeshPolicy With(Func<ServicePolicy, ServicePolicy> change)
    {
        var policy = PolicyGen.Common.Sample(1, 1).First();
        return policy with { Services = [change(policy.Services[0])] };
    }
}
