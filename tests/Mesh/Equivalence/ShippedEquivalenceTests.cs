using System.Text.Json.Nodes;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>What a shipped stack puts into its clusters on Istio, read back, is what its settings say of services.</summary>
[Collection(Evaluations.Name)]
public sealed class ShippedEquivalenceTests
{
    /// <summary>Kinds in the namespaces of services and of the mesh that say nothing of what becomes of a call, each with the reason.</summary>
    private static readonly Dictionary<string, string> OfNoCall = new(StringComparer.Ordinal)
    {
        ["Gateway"] = "the east-west gateway passes on what it does not decrypt",
        ["Telemetry"] = "what is told of calls, and whom",
        ["Secret"] = "certificates and tokens",
        ["ResourceQuota"] = "how many pods there may be",
        ["Deployment"] = "pods of the latency probe",
        ["ConfigMap"] = "whom they ask",
    };

    public static TheoryData<string> Stacks => ShippedStackTests.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EachCluster_DoesWhatItsServicesAskFor(string stack)
    {
        var (settings, policy) = Settled(stack);
        foreach (var (site, objects) in await ObjectsAsync(stack, policy))
        {
            var reading = IstioLifter.Of(objects, MeshOf(settings, policy));
            Assert.Empty(reading.Faults);
            var known = policy.Services.Where(service => IsOnIstio(service, policy) && (Runs(service, site) || CalledFrom(service, site, policy))).ToList();
            var read = reading.Form!.Services.ToDictionary(service => service.Host, StringComparer.Ordinal);
            Assert.Equal(known.Select(service => service.Name.Host).Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
            foreach (var service in known)
            {
                // What lets callers in stands where the service runs.
                var form = read[service.Name.Host];
                var expected = FormOf(service, policy);
                Assert.Equal(Runs(service, site) ? expected : expected with { Server = form.Server }, form);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task AllClusters_DoTogether_WhatTheServicesAskFor(string stack)
    {
        var (settings, policy) = Settled(stack);
        var reading = IstioLifter.OfMesh((await ObjectsAsync(stack, policy)).Select(site => KeyValuePair.Create<string, IEnumerable<JsonNode>>(site.Key, site.Value)), MeshOf(settings, policy));
        Assert.Empty(reading.Faults);
        Assert.Equal(new MeshForm([.. policy.Services.Where(service => IsOnIstio(service, policy)).Select(service => FormOf(service, policy))]), reading.Form);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Stacks_HaveServices(string stack) => Assert.InRange(Settled(stack).Policy.Services.Length, 6, 100);

    private static (MeshSettings Settings, MeshPolicy Policy) Settled(string stack)
    {
        var file = StackFile.Read(Settings.Project.Root, stack);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        return (settled.Settings!, ServicePlan.PolicyOf(settled.Settings!) ?? new() { TrustDomain = PolicyGen.Domain, Services = [] });
    }

    /// <summary>Of a service that is called over the bridge, the bridge's gateway is let in too: it is all that the service sees of those callers.</summary>
    private static ServiceForm FormOf(ServicePolicy service, MeshPolicy policy)
    {
        var form = PolicyForm.Of(service, policy.TrustDomain);
        return policy.ForeignCallers(service).IsEmpty
            ? form
            : form with { Server = form.Server with { Callers = [.. form.Server.Callers!, BridgeEnd.Of(policy, service.Sites[0]).Identity] } };
    }

    private static IstioMesh MeshOf(MeshSettings settings, MeshPolicy policy) => new(
        settings.Trust?.TrustDomain ?? PolicyGen.Domain,
        Revisions: settings.Mesh?.Istio is { } istio ? [istio.Current.ToString()] : null,
        Elsewhere:
        [
            "telemetry-gateway.observability.svc.cluster.local",
            .. policy.Services.Where(service => !IsOnIstio(service, policy)).SelectMany(service => new[] { service.Name.Host, policy.EntryHost(service) }),
        ]);

    /// <summary>By site on Istio, what concerns calls in the namespaces of its services, and in that of the mesh.</summary>
    private static async Task<Dictionary<string, List<JsonNode>>> ObjectsAsync(string stack, MeshPolicy policy)
    {
        var spaces = policy.Services.Where(service => IsOnIstio(service, policy)).Select(service => $"{service.Name.Namespace}").ToHashSet(StringComparer.Ordinal);
        var plan = await Rendered.PlanAsync(stack);
        var sites = policy.Services.Where(service => IsOnIstio(service, policy)).SelectMany(service => service.Sites).Distinct(StringComparer.Ordinal);
        return sites.ToDictionary(
            site => site,
            site => plan.Resources
                .Where(each => each.Name.StartsWith(site + "-", StringComparison.Ordinal) && Concerns(each, spaces) && !IsOfTheBridge(each, policy))
                .Select(each => (JsonNode)PlanNodes.Of(each.Inputs))
                .ToList(),
            StringComparer.Ordinal);
    }

    private static bool Concerns(PlannedResource resource, HashSet<string> spaces) =>
        resource.Input("kind") is not "absent" and var kind
        && !OfNoCall.ContainsKey(kind)
        && (kind == "Namespace" ? spaces.Contains(resource.Input("metadata>name")) : spaces.Contains(resource.Input("metadata>namespace")) || IsOfTheMesh(resource));

    private static bool IsOfTheMesh(PlannedResource resource) =>
        resource.Input("metadata>namespace") == "istio-system" && resource.Input("apiVersion").Contains("istio.io", StringComparison.Ordinal);

    /// <summary>What leads out of the mesh, and what the bridge's own gateway is told: BridgeCallersTests and EnvoyBundleTests read those.</summary>
    private static bool IsOfTheBridge(PlannedResource resource, MeshPolicy policy)
    {
        var place = $"{resource.Input("metadata>namespace")}/{resource.Input("metadata>name")}";
        return policy.Services.Any(service => !IsOnIstio(service, policy) && (service.Name.ToString() == place || resource.Input("spec>host") == policy.EntryHost(service)))
            || (IsOfTheMesh(resource) && (resource.Input("spec>gateways").Contains("bridge", StringComparison.Ordinal) || resource.Input("spec>selector").Contains("istio: bridge", StringComparison.Ordinal)));
    }

    private static bool IsOnIstio(ServicePolicy service, MeshPolicy policy) => policy.KindOf(service) is PolicyTargets.Istio;

    private static bool Runs(ServicePolicy service, string site) => service.Sites.Contains(site, StringComparer.Ordinal);

    private static bool CalledFrom(ServicePolicy service, string site, MeshPolicy policy) =>
        policy.Services.Any(caller => Runs(caller, site) && service.Callers.Contains(caller.Name));
}
