using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Demo;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The mesh of a stack: from its settings to Istio in every cluster, and gateways and tokens between those of linked sites.</summary>
internal sealed class MeshLayer
{
    private readonly IstioSettings istio;
    private readonly MeshSettings settings;
    private readonly MeshPlaces places;
    private readonly GatewayBalancers balancers;
    private readonly MeshTracing? tracing;
    private readonly Dictionary<string, MeshServices> services = new(StringComparer.Ordinal);

    public MeshLayer(IstioSettings istio, MeshSettings settings, MeshPlaces places, GatewayBalancers balancers)
    {
        (this.istio, this.settings, this.places, this.balancers) = (istio, settings, places, balancers);
        tracing = TelemetryLayer.TracingOf(settings);
        Members = places.All.Keys
            .Where(site => MeshPlan.KindOf(site, settings) is PolicyTargets.Istio)
            .ToImmutableSortedDictionary(site => site, Install, StringComparer.Ordinal);
        foreach (var (site, member) in Members)
        {
            var peers = MeshPlan.PeersOf(site, settings);
            if (!peers.IsEmpty)
            {
                Open(member);
            }

            foreach (var peer in peers)
            {
                _ = new RemoteSecret($"{site}-reads-{peer}", new() { Reader = member, Remote = Members[peer], Generation = istio.TokenGeneration });
            }
        }
    }

    /// <summary>Site to its cluster, with Istio in it.</summary>
    public ImmutableSortedDictionary<string, MeshMember> Members { get; }

    /// <summary>The settings of Istio, of which gateways have version and number.</summary>
    public IstioSettings Istio => istio;

    private string Current => istio.Current.ToString();

    private string? Mirror => istio.Mirror?.ToString();

    /// <summary>A namespace for services in the cluster of a site.</summary>
    public Namespace NamespaceOf(string site, string name) => services[site].Namespaces[name];

    /// <summary>The account of a service that runs in the cluster of a site.</summary>
    public ServiceAccount AccountOf(string site, ServiceName service) => services[site].Accounts[service];

    private MeshMember Install(string site)
    {
        var (cluster, trust) = (places.All[site].Cluster, settings.Trust!);
        var control = new IstioControlPlane($"{site}-istio", new()
        {
            Cluster = cluster,
            MeshId = trust.TrustDomain.ToString(),
            ClusterName = site,
            Network = site,
            TrustDomain = trust.TrustDomain,
            TrustDomainAliases = trust.TrustDomainAliases,
            Revisions = istio.Revisions.ToImmutableSortedDictionary(revision => revision.Key, revision => revision.Value.Version.ToString(), StringComparer.Ordinal),
            Current = Current,
            Mirror = Mirror,
            Cni = istio.Cni ? new(settings.Sites[site] is GcpSite ? "gke" : null) : null,
            Replicas = istio.Replicas,
            Tracing = tracing,
            Buckets = SloPlan.BucketsOf(settings),
            // Whatever makes a Service waits for the controller that answers for Services.
            WaitFor = [.. places.All[site].Namespace ?? [], .. places.TrustReady[site], .. balancers.ControllerOf(site)],
        });
        var baseline = new MeshBaseline($"{site}-baseline", new() { Cluster = cluster, Tracing = tracing, WaitFor = control.Ready });
        if (ServicePlan.PolicyOf(settings) is { Services.IsEmpty: false } policy)
        {
            var made = services[site] = new MeshServices($"{site}-services", new()
            {
                Cluster = cluster,
                Site = site,
                Policy = policy,
                Revision = Current,
                Tracing = tracing,
                WaitFor = baseline.Ready,
            });
            if (settings.Mesh!.Demo is { } demo)
            {
                Show(demo, $"{site}-demo", cluster, policy, made);
            }
        }

        return new(site, cluster, control.Ready);
    }

    private void Show(DemoSettings demo, string name, IKubernetesCluster cluster, MeshPolicy policy, MeshServices made) => _ = new DemoWorkload(name, new()
    {
        Cluster = cluster,
        Policy = policy,
        // What measures answers by itself.
        Accounts = made.Accounts.Where(account => account.Key.Namespace.ToString() != ProbeFacts.MeshNamespace).ToImmutableDictionary(),
        Image = DemoFacts.ImageOf(demo.Version.ToString(), Mirror),
        Replicas = demo.Replicas,
        CallsPerSecond = demo.CallsPerSecond,
    });

    private void Open(MeshMember member) => _ = new EastWestGateway($"{member.Name}-eastwest", new()
    {
        Cluster = member.Cluster,
        Network = member.Name,
        Revision = Current,
        Version = istio.Revisions[Current].Version.ToString(),
        Mirror = Mirror,
        Balancer = balancers.EastWest(member.Name),
        Callers = MeshPlan.CallersOf(member.Name, settings),
        Replicas = istio.Replicas,
        WaitFor = member.Istiod,
    });
}

/// <summary>Where the mesh is installed.</summary>
/// <param name="Aws">The sites on AWS.</param>
/// <param name="Google">The sites on Google Cloud.</param>
/// <param name="All">Site to its cluster and the namespace of the mesh in it.</param>
/// <param name="TrustReady">Site to what its istiod and its gateway need of its authority.</param>
internal sealed record MeshPlaces(
    IReadOnlyDictionary<string, AwsSiteLayer> Aws,
    IReadOnlyDictionary<string, GcpSiteLayer> Google,
    IReadOnlyDictionary<string, TrustedPlace> All,
    IReadOnlyDictionary<string, IReadOnlyList<Resource>> TrustReady);
