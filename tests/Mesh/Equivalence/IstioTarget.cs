using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.Istio;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>Istio: a cluster for each site, told what holds for all workloads and what holds for each service.</summary>
internal sealed class IstioTarget : IMeshTarget
{
    public const string Revision = "r1-31";

    /// <summary>What proxies tell of calls, and whom; what becomes of a call is in none of them.</summary>
    private const string Told = "Telemetry";

    public PolicyTargets Kind => PolicyTargets.Istio;

    public Gen<MeshPolicy> Policies => PolicyGen.ForIstio;

    public Gen<MeshPolicy> Small => Policies.Where(policy => policy.Services.Length <= 3);

    public IReadOnlyDictionary<string, (MeshPolicy Policy, string Sentence)> Refused { get; } = new Dictionary<string, (MeshPolicy, string)>(StringComparer.Ordinal)
    {
        ["retries without an event"] = (
            With(service => service with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } }),
            "Istio cannot retry after nothing, and would choose events itself"),
        ["a version with a dot"] = (
            With(service => service with { Canary = new() { Step = 1, Steps = [ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add("v1.2", 100)] } }),
            "Istio cannot name a version so"),
        ["a namespace of the cluster's"] = (
            With(service => service with { Name = service.Name with { Namespace = KubernetesNamespace.Parse("kube-system")!.Value } }),
            "must be in a namespace for services, which the mesh makes"),
    };

    public async Task<IReadOnlyList<IReadOnlyList<RenderedObject>>> RenderAsync(IReadOnlyList<MeshPolicy> policies)
    {
        var asked = await Harness.RunAsync((_, _) =>
        {
            for (var index = 0; index < policies.Count; index++)
            {
                foreach (var site in SitesOf(policies[index]))
                {
                    Make(NameOf(index, site), site, policies[index]);
                }
            }
        });
        var objects = asked.Resources
            .Where(each => each is { IsCustom: true, IsProvider: false } && each.Inputs["kind"] != PlanValue.Of(Told))
            .ToLookup(each => each.Name[..each.Name.IndexOf(End, StringComparison.Ordinal)], each => each.Inputs, StringComparer.Ordinal);
        return
        [
            .. policies.Select((policy, index) => SitesOf(policy)
                .SelectMany(site => objects[NameOf(index, site)].Select(each => new RenderedObject(site, PlanNodes.Of(each))))
                .ToList()),
        ];
    }

    public MeshReading Lift(IReadOnlyList<RenderedObject> objects)
    {
        var reading = IstioLifter.OfMesh(
            objects.GroupBy(each => each.Place, StringComparer.Ordinal).Select(place => KeyValuePair.Create<string, IEnumerable<JsonNode>>(place.Key, place.Select(each => each.Content))),
            new(PolicyGen.Domain, Revisions: [Revision]));
        return new(reading.Form, [.. reading.Faults.Select(fault => $"{fault}")]);
    }

    public string? WhyIdle(FieldChange change, IReadOnlyList<RenderedObject> objects) => IstioIdleFields.Why(change, objects);

    private const string End = ".";

    /// <summary>No part of a name has a dot, so that names can be told apart by it.</summary>
    private static string NameOf(int index, string site) => $"m{index}-{site}";

    private static void Make(string name, string site, MeshPolicy policy)
    {
        var cluster = new AnyCluster(name + End);
        _ = new MeshBaseline($"{name}{End}baseline", new() { Cluster = cluster, WaitFor = [] });
        _ = new MeshServices($"{name}{End}services", new() { Cluster = cluster, Site = site, Policy = policy, Revision = Revision, WaitFor = [] });
    }

    private static IEnumerable<string> SitesOf(MeshPolicy policy) => policy.Services.SelectMany(service => service.Sites).Distinct(StringComparer.Ordinal);

    private static MeshPolicy With(Func<ServicePolicy, ServicePolicy> change)
    {
        var policy = PolicyGen.Common.Sample(1, 1).First();
        return policy with { Services = [change(policy.Services[0])] };
    }
}
