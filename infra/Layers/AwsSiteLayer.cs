using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>A site on AWS: from its settings to its network, its hub and its cluster.</summary>
internal sealed class AwsSiteLayer
{
    /// <summary>The one segment that there is as long as every site may talk to every other.</summary>
    private const string Segment = "mesh";

    /// <summary>The key by which the hub knows the site's network.</summary>
    public const string Attachment = "network";

    private readonly string key;
    private readonly AwsSite site;
    private readonly MeshSettings settings;
    private readonly Clouds clouds;
    private readonly IReadOnlyDictionary<string, GcpSiteLayer> googleSites;
    private readonly AwsAddresses addresses;
    private readonly string physicalName;
    private readonly ComponentResourceOptions options;

    /// <param name="key">The site's key.</param>
    /// <param name="site">The site.</param>
    /// <param name="settings">Those of the whole stack.</param>
    /// <param name="clouds">The accounts.</param>
    /// <param name="names">Physical names.</param>
    /// <param name="googleSites">All sites on Google Cloud, whose meshes may read the API at its public address.</param>
    public AwsSiteLayer(
        string key, AwsSite site, MeshSettings settings, Clouds clouds, Names names, IReadOnlyDictionary<string, GcpSiteLayer> googleSites)
    {
        (this.key, this.site, this.settings, this.clouds, this.googleSites) = (key, site, settings, clouds, googleSites);
        addresses = SiteRanges.Of(site, settings.Addresses) ?? throw new UnreachableException();
        physicalName = names.Of(key);
        options = new ComponentResourceOptions { Provider = clouds.Aws(site.Region.ToString()) };

        Network = MakeNetwork();
        Hub = MakeHub();
        Resolver = site.Dns is { } dns ? MakeResolver(dns) : null;
        Cluster = MakeCluster();
        Controllers = MakeControllers();
        MeshNamespace = AppMesh is null ? new MeshNamespace($"{key}-mesh", new() { Cluster = Cluster, Network = key, NeedsQuota = false }, options) : null;
    }

    public AwsNetwork Network { get; }

    public TransitHub Hub { get; }

    /// <summary>Null where the site has no names of its own.</summary>
    public AwsResolver? Resolver { get; }

    public EksCluster Cluster { get; }

    public AwsControllers Controllers { get; }

    /// <summary>The namespace of Istio; null where the cluster is in App Mesh.</summary>
    public MeshNamespace? MeshNamespace { get; }

    private AppMeshSettings? AppMesh => MeshPlan.KindOf(key, settings) is PolicyTargets.AppMesh ? settings.Mesh?.AppMesh : null;

    private AwsNetwork MakeNetwork() => new($"{key}-network", new()
    {
        AccountId = settings.Cloud.Aws.AccountId.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        Range = addresses.Network,
        PodRange = site.PodRange,
        // Every private range, so that a site that comes or goes does not touch the access lists of the others.
        PeerRanges = PrivateRanges.All,
        // The mesh's ports whatever mesh it is, so that a site that moves from one to the other is open to both on the way. Groups are closer.
        PeerPorts = [.. BridgePlan.PortsOf(key, settings), .. LinkPorts.All, .. ProbePlan.PortsOf(key, settings)],
        Zones = site.Zones,
        Nat = site.Nat switch
        {
            Settings.NatMode.Regional => Networks.NatMode.Regional,
            Settings.NatMode.PerZone => Networks.NatMode.PerZone,
            Settings.NatMode.None => Networks.NatMode.None,
            _ => throw new UnreachableException(),
        },
        HasResolver = site.Dns is not null,
        Features = EksLayer.Features(site.Cluster).Union(AwsControllers.Features(site.Cluster)).Union(AppMeshLayer.Features(AppMesh)).Union(TelemetryLayer.Features(settings)),
        Endpoints = [.. site.Endpoints.Select(service => service.ToString())],
        LogRetentionDays = site.LogRetentionDays,
        Protect = settings.Lifecycle.Protect,
    }, options);

    private TransitHub MakeHub() => new($"{key}-hub", new()
    {
        AccountId = settings.Cloud.Aws.AccountId.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        Asn = site.Hub.Asn.Value,
        Networks = ImmutableSortedDictionary.Create<string, AttachedNetwork>(StringComparer.Ordinal).Add(Attachment, new()
        {
            VpcId = Network.VpcId,
            SubnetIds = InZoneOrder(Network.IntraSubnetIds),
            Segment = Segment,
        }),
        OwnRanges = [.. settings.Links.Values.Where(link => LinkPlan.AwsEnd(link, settings)?.Key == key)
            .Select(link => link.Primary).OfType<EncryptedInterconnectSettings>().Select(encrypted => encrypted.HubRange)],
        Blackholes = ImmutableSortedDictionary.Create<string, ImmutableArray<Cidr>>(StringComparer.Ordinal).Add(Segment, site.Hub.Blackholes),
        LogRetentionDays = site.LogRetentionDays,
        Protect = settings.Lifecycle.Protect,
    }, options);

    private AwsResolver MakeResolver(DnsSettings dns) => new($"{key}-names", new()
    {
        AccountId = settings.Cloud.Aws.AccountId.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        VpcId = Network.VpcId,
        Domain = dns.Domain,
        Forwards = DnsPlan.Forwards(key, settings),
        SubnetIds = DnsPlan.ResolverZones(site).ToImmutableSortedDictionary(zone => zone, zone => Network.IntraSubnets[zone], StringComparer.Ordinal),
        LogRetentionDays = site.LogRetentionDays,
        Protect = settings.Lifecycle.Protect,
    }, options);

    private EksCluster MakeCluster() => new($"{key}-cluster", new()
    {
        AtCreation = new() { PhysicalName = physicalName, Services = addresses.Services },
        AccountId = settings.Cloud.Aws.AccountId.ToString(),
        Region = site.Region.ToString(),
        KubernetesVersion = site.Cluster.KubernetesVersion.ToString(),
        ControlPlaneSubnetIds = InZoneOrder(Network.IntraSubnetIds),
        NodeSubnetIds = Network.PrivateSubnets.ToImmutableSortedDictionary(
            subnet => subnet.Key, subnet => (Input<string>)subnet.Value, StringComparer.Ordinal),
        PodRanges = site.PodRange is { } pods ? [pods] : [addresses.Network],
        WayOut = Network.WayOut,
        ApiAccess = Access.Of(site.Cluster.Api),
        OperatorRanges = settings.Cloud.OperatorCidrs,
        PublicReaders = Output.All(MeshPlan.PublicReadersOf(key, site, settings).Select(reader => googleSites[reader].Network.NatAddresses))
            .Apply(addresses => addresses.SelectMany(each => each).ToImmutableArray()),
        ApiPeerRanges = PeerRanges.Of(key, site, settings),
        Grants = EksLayer.Grants(site.Cluster, settings.Cloud.Operators.Aws),
        AutoMode = EksLayer.AutoMode(site.Cluster),
        Pools = site.Cluster.Pools.ToImmutableSortedDictionary(pool => pool.Key, pool => EksLayer.Pool(pool.Value), StringComparer.Ordinal),
        Addons = EksLayer.AddonsOf(site.Cluster),
        AddonVersions = site.Cluster.AddonVersions.ToImmutableSortedDictionary(
            addon => addon.Key, addon => addon.Value.ToString(), StringComparer.Ordinal),
        Backup = EksExtras.Backup(site.Cluster),
        Capabilities = EksExtras.Capabilities(site.Cluster),
        ControlPlaneTier = EksLayer.Tier(site.Cluster.ControlPlaneTier),
        IsAutoscaled = site.Cluster.Autoscaler is not null,
        Tags = clouds.Tags,
        LogRetentionDays = site.LogRetentionDays,
        Protect = settings.Lifecycle.Protect,
        Teardown = settings.Lifecycle.Teardown,
    }, options);

    private AwsControllers MakeControllers() => new(site.Cluster, new()
    {
        Key = key,
        Cluster = Cluster,
        AccountId = settings.Cloud.Aws.AccountId.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        VpcId = Network.VpcId,
        SubnetIds = InZoneOrder(Network.PrivateSubnetIds),
        Tags = clouds.Tags,
        IsIsolated = site.Nat == Settings.NatMode.None,
    }, options);

    private static InputList<string> InZoneOrder(Output<ImmutableDictionary<string, string>> idByZone) =>
        idByZone.Apply(ids => ids.OrderBy(id => id.Key, StringComparer.Ordinal).Select(id => id.Value).ToImmutableArray());
}
