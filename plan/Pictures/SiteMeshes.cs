using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What mesh there is at a site.</summary>
/// <param name="Cluster">URN of the cluster; null where its services run on machines.</param>
/// <param name="Kind">Istio, App Mesh, or Envoy where a proxy stands alone.</param>
/// <param name="Version">Of its control plane; empty where the plan does not tell.</param>
/// <param name="Services">How many services have their home there.</param>
/// <param name="Sees">How many clusters it reads beside its own.</param>
public sealed record SiteMesh(string? Cluster, string Kind, string Version, int Services, int Sees)
{
    /// <summary>As a reader says it: <c>Istio 1.31.1</c>.</summary>
    public string Name => Version.Length == 0 ? Kind : $"{Kind} {Version}";

    /// <summary>What is in it.</summary>
    public string Holds => Services == 1 ? "1 service" : $"{Services} services";
}

/// <summary>That services of one mesh call those of another kind.</summary>
/// <param name="One">The one site; the two stand in ordinal order.</param>
/// <param name="Other">The other.</param>
/// <param name="Calls">How many clients call over it, from either side.</param>
public sealed record MeshBridge(string One, string Other, int Calls);

/// <summary>Which mesh each site of a plan is in, and which bridges join meshes of two kinds; told by the planned resources.</summary>
public sealed class SiteMeshes
{
    private const string Bundle = "infra:mesh:EnvoyBundle";
    private const string RemoteLabel = "istio/multiCluster";

    private readonly SortedDictionary<string, List<SiteMesh>> bySite = new(StringComparer.Ordinal);
    private readonly PlanIndex plan;
    private readonly Lineage lineage;

    private SiteMeshes(PlanDocument document)
    {
        (plan, lineage) = (new(document.Resources), new(document.Resources));
        var (homes, sees) = (Homes(), plan.Of(Types.Secret).Where(secret => secret.At("metadata").At("labels", RemoteLabel) is not null).ToLookup(SiteOf));
        foreach (var istio in plan.Of(Types.Release).Where(release => release.Text("chart") == "istiod").GroupBy(SiteOf))
        {
            var versions = istio.Select(release => release.Text("version")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            Add(istio.Key, new(plan.ClusterOf(istio.First())?.Urn, "Istio", string.Join(" and ", versions), homes[istio.Key].Count(), sees[istio.Key].Count()));
        }

        foreach (var mesh in plan.Of(Types.AppMesh))
        {
            Add(SiteOf(mesh), new(plan.ClusterOf(mesh)?.Urn, "App Mesh", "", homes[SiteOf(mesh)].Count(), 0));
        }

        Bridges = [.. BridgesOf(document.Certificates)];
    }

    /// <summary>In ordinal order of their sites.</summary>
    public IReadOnlyList<MeshBridge> Bridges { get; }

    /// <summary>Each site that has any, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, List<SiteMesh>>> All => bySite;

    /// <summary>The meshes of a site; none where it has none.</summary>
    public IReadOnlyList<SiteMesh> this[string site] => bySite.TryGetValue(site, out var found) ? found : [];

    /// <summary>The meshes of a plan, in clusters and on machines.</summary>
    public static SiteMeshes Of(PlanDocument plan) => new Topology(plan).Meshes;

    /// <summary>The meshes of a plan's clusters.</summary>
    internal static SiteMeshes OfClusters(PlanDocument plan) => new(plan);

    /// <summary>And those of sites without a cluster, whose services run on machines.</summary>
    /// <param name="sites">Their names.</param>
    internal SiteMeshes With(IEnumerable<string> sites)
    {
        foreach (var site in sites)
        {
            var services = plan.Of(Bundle).Count(bundle => bundle.Name.StartsWith(site + "-", StringComparison.Ordinal));
            if (services > 0)
            {
                Add(site, new(null, "Envoy", "", services, 0));
            }
        }

        return this;
    }

    /// <summary>What runs as a service of its own under an account of its own; a proxy of the mesh does not count.</summary>
    private ILookup<string, PlannedResource> Homes()
    {
        var gateways = plan.Of(Types.VirtualGateway).Select(gateway => (gateway.Provider, gateway.Space())).ToHashSet();
        var services = plan.Of(Types.Service).Select(service => (service.Provider, service.Space(), service.Name())).ToHashSet();
        return plan.Of(Types.ServiceAccount)
            .Where(account => services.Contains((account.Provider, account.Space(), account.Name())) && !gateways.Contains((account.Provider, account.Space())))
            .ToLookup(SiteOf);
    }

    private IEnumerable<MeshBridge> BridgesOf(CertificateMatrix? matrix) => (matrix?.Clients ?? Sequence<ClientCheck>.Empty)
        .Where(client => client.IsBridged && client.Meant.Count > 0 && plan[client.Urn] is not null)
        .Select(client => (From: SiteOf(plan[client.Urn]!), To: SiteIn(client.Meant[0])))
        .Where(call => call.To is not null && call.From != call.To)
        .GroupBy(call => string.CompareOrdinal(call.From, call.To) < 0 ? (One: call.From, Other: call.To!) : (One: call.To!, Other: call.From))
        .OrderBy(call => call.Key.One, StringComparer.Ordinal).ThenBy(call => call.Key.Other, StringComparer.Ordinal)
        .Select(call => new MeshBridge(call.Key.One, call.Key.Other, call.Count()));

    /// <summary>The site with the longest name that the name of a certificate begins with.</summary>
    private string? SiteIn(string server) => bySite.Keys.Where(site => server.StartsWith(site + "-", StringComparison.Ordinal)).MaxBy(site => site.Length);

    private string SiteOf(PlannedResource resource) => lineage.SiteOf(plan.ClusterOf(resource) ?? resource);

    private void Add(string site, SiteMesh mesh)
    {
        if (!bySite.TryGetValue(site, out var meshes))
        {
            bySite[site] = meshes = [];
        }

        meshes.Add(mesh);
    }
}
