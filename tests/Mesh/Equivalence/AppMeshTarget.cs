using System.Collections.Immutable;
using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.AppMesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>App Mesh: one cluster with a mesh of its own, in which all services run.</summary>
internal sealed class AppMeshTarget : IMeshTarget
{
    private const string Api = "appmesh.k8s.aws/";

    /// <summary>What Kubernetes is told of services; that accounts name roles, and what is in secrets, no lifter reads.</summary>
    private static readonly string[] OfKubernetes = ["Namespace", "Service"];

    public PolicyTargets Kind => PolicyTargets.AppMesh;

    public Gen<MeshPolicy> Policies { get; } = PolicyGen.CalledFor(PolicyTargets.AppMesh).Select(policy => PolicyGen.OnOneSite(policy, PolicyTargets.AppMesh));

    public Gen<MeshPolicy> Small => Policies.Where(policy => policy.Services.Length <= 3);

    public IReadOnlyDictionary<string, (MeshPolicy Policy, string Sentence)> Refused { get; } = new Dictionary<string, (MeshPolicy, string)>(StringComparer.Ordinal)
    {
        ["nobody may call"] = (
            With(service => service with { Callers = [] }),
            "App Mesh cannot say that nobody may call: to it no caller is every caller"),
        ["two sites"] = (
            With(service => service with { Sites = [PolicyGen.Sites[0], PolicyGen.Sites[1]] }),
            "App Mesh cannot share calls out among clusters: each has a mesh of its own"),
        ["a port of the proxy"] = (
            With(service => service with { Port = 9901 }),
            "App Mesh cannot give a pod a port that the proxy beside it listens on"),
        ["retries without an event"] = (
            With(service => service with { Retries = new() { Attempts = 1, PerTryMs = 1, On = [] } }),
            "App Mesh cannot retry after nothing"),
        ["a version with a dot"] = (
            With(service => service with { Canary = new() { Step = 1, Steps = [ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal).Add("v1.2", 100)] } }),
            "App Mesh cannot name a version so"),
        ["pods near the caller"] = (
            With(service => service with { Extensions = [new LocalityFailover(Locality.OwnSite)] }),
            "App Mesh cannot prefer pods near the caller"),
        ["a share of less than a pod"] = (
            With(service => service with { Extensions = [new EjectionLimit(10, 9)] }),
            "App Mesh cannot keep from ejecting one pod of too few"),
    };

    public async Task<IReadOnlyList<IReadOnlyList<RenderedObject>>> RenderAsync(IReadOnlyList<MeshPolicy> policies)
    {
        var asked = await Harness.RunAsync((aws, _) =>
        {
            for (var index = 0; index < policies.Count; index++)
            {
                RenderedAppMesh.Make($"m{index}", policies[index], aws);
            }
        });
        var objects = asked.Resources.Where(IsTold).ToLookup(each => each.Name[..each.Name.IndexOf('-', StringComparison.Ordinal)], StringComparer.Ordinal);
        return [.. policies.Select((_, index) => objects[$"m{index}"].Select(each => new RenderedObject(PolicyGen.Sites[0], PlanNodes.Of(each.Inputs))).ToList())];
    }

    public MeshReading Lift(IReadOnlyList<RenderedObject> objects)
    {
        var reading = AppMeshLifter.Of(objects.Select(each => each.Content), new(PolicyGen.Domain));
        return new(reading.Form, [.. reading.Faults.Select(fault => $"{fault}")]);
    }

    public string? WhyIdle(FieldChange change, IReadOnlyList<RenderedObject> objects) => AppMeshIdleFields.Why(change, objects);

    private static bool IsTold(PlannedResource resource) =>
        resource is { IsCustom: true, IsProvider: false }
        && resource.Inputs["kind"] is PlanValue.TextValue { Value: var kind }
        && (resource.Inputs["apiVersion"] is PlanValue.TextValue { Value: var version } && version.StartsWith(Api, StringComparison.Ordinal)
            || (OfKubernetes.Contains(kind) && resource.Name.Contains("-services-", StringComparison.Ordinal)));

    private static MeshPolicy With(Func<ServicePolicy, ServicePolicy> change)
    {
        var policy = PolicyGen.OnOneSite(PolicyGen.CalledFor(PolicyTargets.All).Sample(1, 1).First(), PolicyTargets.AppMesh);
        return policy with { Services = [change(policy.Services[0]), .. policy.Services.Skip(1)] };
    }
}
