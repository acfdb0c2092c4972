using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Infra.Layers;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra;

/// <summary>The program: every site of the settings, each with its network and its cluster, and what joins them.</summary>
public sealed class MeshStack : Stack
{
    /// <summary>Site to what a person or a pipeline needs to reach its cluster: name, endpoint, issuer.</summary>
    [Output("clusters")] public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Clusters { get; private set; }

    /// <summary>Site to the id of its VPC or the self link of its network.</summary>
    [Output("networks")] public Output<ImmutableDictionary<string, string>> Networks { get; private set; }

    /// <summary>Link to its two sites, its paths, the traffic that it must carry (Mbit/s) and the packets that pass (bytes).</summary>
    [Output("links")] public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Links { get; private set; }

    /// <summary>Link to what people still have to do before its interconnect carries traffic: order, hand over, confirm.</summary>
    [Output("steps")] public Output<ImmutableDictionary<string, ImmutableArray<string>>> Steps { get; private set; }

    /// <summary>Link to the keys that its partner must be told; a secret.</summary>
    [Output("partners")] public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Partners { get; private set; }

    /// <summary>Link of a data centre to what its devices must be told, tunnel by tunnel; a secret, as the keys are among it.</summary>
    [Output("devices")] public Output<ImmutableDictionary<string, ImmutableArray<ImmutableDictionary<string, string>>>> Devices { get; private set; }

    /// <summary>The trust domain, how far a rotation is, and the certificates of all roots that are trusted; empty without a section trust.</summary>
    [Output("trust")] public Output<ImmutableDictionary<string, string>> Trust { get; private set; }

    /// <summary>Workload outside the mesh to its identity, certificate, key and roots: a secret.</summary>
    [Output("workloads")] public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Workloads { get; private set; }

    /// <summary>Region to the topics that its alarms tell, by urgency: what a pager subscribes to. Empty without observability.alarms.</summary>
    [Output("alarms")] public Output<ImmutableDictionary<string, ImmutableDictionary<string, string>>> Alarms { get; private set; }

    /// <summary>The program under the engine: settings come from the stack's configuration.</summary>
    /// <exception cref="RunException">Every fault in the settings, one per line; or they hold what is only to be shown.</exception>
    public MeshStack()
        : this(AppMeshEnd.Deployable(StackConfig.Read()))
    {
    }

    /// <summary>The program with given settings.</summary>
    /// <exception cref="RunException">The settings adopt what is no resource of the stack.</exception>
    public MeshStack(MeshSettings settings, StackOptions? options = null)
        : this(settings, new Adoption(settings.Lifecycle.Adopt), options)
    {
    }

    private MeshStack(MeshSettings settings, Adoption adoption, StackOptions? options)
        : base(adoption.Before(options))
    {
        var stack = Deployment.Instance.StackName;
        var names = new Names(stack);
        var clouds = new Clouds(settings, stack);
        var clusters = new SortedDictionary<string, IKubernetesCluster>(StringComparer.Ordinal);
        var networks = new SortedDictionary<string, Output<string>>(StringComparer.Ordinal);
        var places = new SortedDictionary<string, TrustedPlace>(StringComparer.Ordinal);
        var awsSites = new Dictionary<string, AwsSiteLayer>(StringComparer.Ordinal);
        var googleSites = new Dictionary<string, GcpSiteLayer>(StringComparer.Ordinal);

        // Those on Google Cloud first, as an EKS cluster may have to admit the addresses of their NAT.
        foreach (var (key, site) in settings.Sites.OrderBy(site => site.Value is AwsSite))
        {
            switch (site)
            {
                case AwsSite aws:
                    var awsLayer = awsSites[key] = new AwsSiteLayer(key, aws, settings, clouds, names, googleSites);
                    (clusters[key], networks[key]) = (awsLayer.Cluster, awsLayer.Network.VpcId);
                    places[key] = new(awsLayer.Cluster, awsLayer.MeshNamespace?.Ready);
                    break;
                case GcpSite gcp:
                    var gcpLayer = googleSites[key] = new GcpSiteLayer(key, gcp, settings, clouds, names);
                    (clusters[key], networks[key]) = (gcpLayer.Cluster, gcpLayer.Network.NetworkSelfLink);
                    places[key] = new(gcpLayer.Cluster, gcpLayer.MeshNamespace.Ready);
                    break;
                case OnPremisesSite:
                    break;
                default:
                    throw new UnreachableException($"no layer makes a {site.GetType().Name}");
            }
        }

        Clusters = ByKey(clusters.ToDictionary(cluster => cluster.Key, cluster => Describe(cluster.Value)));
        Networks = ByKey(networks);
        var links = new LinkLayer(settings, new(settings, awsSites, googleSites, clouds, names), clouds, names);
        (Links, Steps, Partners, Devices) = (ByKey(links.Told), ByKey(links.Steps), ByKey(links.Partners), ByKey(links.Devices));
        var trust = settings.Trust is { } trusted ? new TrustLayer(MachinePlan.TrustOf(trusted, settings), settings.Lifecycle.Protect, places, MachinePlan.SitesOf(settings), clouds, names) : null;
        Trust = trust?.Told ?? Output.Create(ImmutableDictionary<string, string>.Empty);
        Workloads = ByKey(trust?.Workloads ?? ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>>.Empty);
        var collectors = settings.Observability?.Telemetry is { } telemetry ? new TelemetryLayer(telemetry, settings, clusters, awsSites, clouds, names).Ready : null;

        if (trust is not null)
        {
            MakeMesh(settings, new(awsSites, googleSites, places, trust.Ready), trust, clouds, names);
        }

        Alarms = ByKey(settings.Observability?.Alarms is { } alarms
            ? new AlarmLayer(alarms, settings, new(awsSites, googleSites, links.Points, collectors), clouds, names).Told
            : ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>>.Empty);
        adoption.ThrowIfAmiss();
    }

    private static void MakeMesh(MeshSettings settings, MeshPlaces places, TrustLayer trust, Clouds clouds, Names names)
    {
        var balancers = new GatewayBalancers(settings, places, clouds, names);
        var istio = settings.Mesh?.Istio is { } asked ? new MeshLayer(asked, settings, places, balancers) : null;
        var appMesh = settings.Mesh?.AppMesh is { } ended ? new AppMeshLayer(ended, settings, places.Aws, trust, clouds, names) : null;
        _ = new BridgeLayer(settings, places, trust, new(balancers, istio, appMesh), clouds, names);
        _ = new EnvoyLayer(settings, places, istio);
        if (istio is not null && settings.Observability?.Probe is { } probe)
        {
            ProbeLayer.Make(probe, settings, places, balancers, istio);
        }
    }

    private static Output<ImmutableDictionary<string, string>> Describe(IKubernetesCluster cluster) =>
        Output.Tuple(cluster.ClusterName, cluster.Endpoint, cluster.Issuer).Apply(known => ImmutableDictionary<string, string>.Empty
            .Add("name", known.Item1)
            .Add("endpoint", known.Item2)
            .Add("issuer", known.Item3));

    private static Output<ImmutableDictionary<string, T>> ByKey<T>(IReadOnlyDictionary<string, Output<T>> outputs) =>
        Output.All(outputs.Values).Apply(values => outputs.Keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
}
