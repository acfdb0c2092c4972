using CrossCloudMesh.Facts;
using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Preview.Explain;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Migration;

/// <summary>What a plan puts into its clusters, read back: what each mesh does, and who may call whom over all of them.</summary>
/// <param name="Forms">By host, what holds for each service where it runs. Ends of a bridge, which are no services, are left out of its callers.</param>
/// <param name="Calls">Who may call whom.</param>
/// <param name="Ways">Over a bridge, what becomes of callers' requests.</param>
/// <param name="Faults">What was not understood, each a sentence; where there is any, nothing else is.</param>
internal sealed record LiftedPlan(SortedDictionary<string, ServiceForm> Forms, CallerGraph Calls, Sequence<BridgeWay> Ways, IReadOnlyList<string> Faults)
{
    private const string Root = "istio-system";
    private const string IstioApi = "istio.io/";
    private const string AppMeshApi = "appmesh.k8s.aws/";

    /// <summary>Of Kubernetes' own kinds those that a mesh reads.</summary>
    private static readonly string[] OfKubernetes = ["Namespace", "Service", "ServiceAccount"];

    /// <summary>Of Istio's kinds those that say nothing of what becomes of a call between services.</summary>
    private static readonly string[] OfNoCall = ["Gateway", "Telemetry"];

    /// <param name="plan">The plan.</param>
    /// <param name="policy">What says which service is of which mesh, so that each object is read with its own.</param>
    public static LiftedPlan Of(PlanDocument plan, MeshPolicy policy)
    {
        var (objects, bridges) = (PlannedMesh.Of(plan).ToList(), Bridges.Of(plan, policy.TrustDomain.ToString()));
        var (meshes, faults) = (new List<ReadMesh>(), new List<string>());
        var istio = IstioLifter.OfMesh(
            SitesOf(policy, PolicyTargets.Istio).Select(site => KeyValuePair.Create(site, objects.Where(each => each.Site == site && IsOfIstio(each, policy)).Select(each => each.Content))),
            new(policy.TrustDomain, Elsewhere: [CollectorFacts.GatewayHost, .. Beyond(policy, PolicyTargets.Istio).SelectMany(service => new[] { service.Name.Host, policy.EntryHost(service) })]));
        Add("Istio", istio.Form, [.. istio.Faults.Select(fault => $"{fault}")]);
        foreach (var site in SitesOf(policy, PolicyTargets.AppMesh))
        {
            var elsewhere = policy.Services.Where(service => !service.Sites.Contains(site, StringComparer.Ordinal));
            var appMesh = AppMeshLifter.Of(
                objects.Where(each => each.Site == site && IsOfAppMesh(each, policy)).Select(each => each.Content),
                new(policy.TrustDomain, [.. elsewhere.SelectMany(service => new[] { $"{service.Name}", service.Name.IdentityIn(policy.TrustDomain) })]));
            Add($"App Mesh in {site}", appMesh.Form, [.. appMesh.Faults.Select(fault => $"{site}: {fault}")]);
        }

        var ends = bridges.Ends.Select(end => end.Identity).ToHashSet(StringComparer.Ordinal);
        return new(
            new(meshes.SelectMany(mesh => mesh.Form.Services).ToDictionary(service => service.Host, service => Without(service, ends), StringComparer.Ordinal), StringComparer.Ordinal),
            CallerGraph.Of(meshes, bridges),
            bridges.Ways,
            faults);

        void Add(string name, MeshForm? form, IReadOnlyList<string> wrong)
        {
            faults.AddRange(wrong);
            if (form is not null)
            {
                meshes.Add(new(name, form));
            }
        }
    }

    private static ServiceForm Without(ServiceForm service, HashSet<string> ends) => service.Server.Callers is { } callers
        ? service with { Server = service.Server with { Callers = [.. callers.Where(caller => !ends.Contains(caller))] } }
        : service;

    private static IEnumerable<string> SitesOf(MeshPolicy policy, PolicyTargets kind) =>
        policy.Services.Where(service => policy.KindOf(service) == kind).SelectMany(service => service.Sites).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<ServicePolicy> Beyond(MeshPolicy policy, PolicyTargets kind) => policy.Services.Where(service => policy.KindOf(service) != kind);

    private static bool IsOfIstio(PlannedObject each, MeshPolicy policy)
    {
        var (api, place, name) = (each.Text("apiVersion") ?? "", each.Text("metadata", "namespace"), each.Text("metadata", "name"));
        if (Beyond(policy, PolicyTargets.Istio).Any(service => $"{service.Name}" == $"{place}/{name}" || each.Text("spec", "host") == policy.EntryHost(service)) || IsOfAGateway(each))
        {
            return false;
        }

        var spaces = policy.Services.Where(service => policy.KindOf(service) is PolicyTargets.Istio).Select(service => $"{service.Name.Namespace}");
        return api.Contains(IstioApi, StringComparison.Ordinal)
            ? !OfNoCall.Contains(each.Kind, StringComparer.Ordinal) && (place == Root || spaces.Contains(place, StringComparer.Ordinal))
            : OfKubernetes.Contains(each.Kind, StringComparer.Ordinal) && spaces.Contains(each.Kind == "Namespace" ? name : place, StringComparer.Ordinal);
    }

    /// <summary>Whether it tells a gateway something, and no service's own proxy.</summary>
    private static bool IsOfAGateway(PlannedObject each) =>
        each.Text("metadata", "namespace") == Root && (each.Text("spec", "selector", "matchLabels", "istio") is not null || each.Has("spec", "gateways"));

    private static bool IsOfAppMesh(PlannedObject each, MeshPolicy policy)
    {
        var (place, name) = (each.Text("metadata", "namespace"), each.Text("metadata", "name"));
        if (Beyond(policy, PolicyTargets.AppMesh).Any(service => $"{service.Name}" == $"{place}/{name}"))
        {
            return false;
        }

        var spaces = policy.Services.Where(service => policy.KindOf(service) is PolicyTargets.AppMesh).Select(service => $"{service.Name.Namespace}");
        return each.Text("apiVersion")?.StartsWith(AppMeshApi, StringComparison.Ordinal) == true
            || (OfKubernetes.Contains(each.Kind, StringComparer.Ordinal) && spaces.Contains(each.Kind == "Namespace" ? name : place, StringComparer.Ordinal));
    }
}
