using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>A site on Google Cloud: from its settings to its network and its cluster.</summary>
internal sealed class GcpSiteLayer
{
    private readonly string key;
    private readonly GcpSite site;
    private readonly MeshSettings settings;
    private readonly Clouds clouds;
    private readonly GoogleAddresses addresses;
    private readonly string physicalName;
    private readonly ComponentResourceOptions options;

    public GcpSiteLayer(string key, GcpSite site, MeshSettings settings, Clouds clouds, Names names)
    {
        (this.key, this.site, this.settings, this.clouds) = (key, site, settings, clouds);
        addresses = SiteRanges.Of(site, settings.Addresses) ?? throw new UnreachableException();
        physicalName = names.Of(key);
        options = new ComponentResourceOptions { Provider = clouds.Google };

        Network = MakeNetwork();
        Routers = site.Router is { } router ? MakeRouters(router) : null;
        Resolver = site.Dns is { } dns ? MakeResolver(dns) : null;
        Cluster = MakeCluster();
        MeshNamespace = new MeshNamespace($"{key}-mesh", new() { Cluster = Cluster, Network = key, NeedsQuota = true }, options);
    }

    public GcpNetwork Network { get; }

    /// <summary>What links end at; null where the site has none.</summary>
    public CloudRouters? Routers { get; }

    /// <summary>Null where the site has no names of its own.</summary>
    public GoogleResolver? Resolver { get; }

    public GkeCluster Cluster { get; }

    public MeshNamespace MeshNamespace { get; }

    private GcpNetwork MakeNetwork() => new($"{key}-network", new()
    {
        Project = settings.Cloud.Google.Project.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        Nodes = addresses.Nodes,
        Pods = addresses.Pods,
        Services = addresses.Services,
        MtuBytes = site.MtuBytes,
        Nat = site.Nat == GcpNat.CloudNat,
        NatAddresses = site.NatAddresses,
        Allowances = site.Firewall.ToImmutableSortedDictionary(
            allowance => allowance.Key, allowance => Allowances.Of(allowance.Value), StringComparer.Ordinal),
        RestrictedApis = site.RestrictedApis ? new(clouds.Apis.Enabled(GkeFacts.DnsApi)) : null,
        Api = clouds.Apis.Enabled(GkeFacts.ComputeApi),
        Protect = settings.Lifecycle.Protect,
    }, options);

    private CloudRouters MakeRouters(RouterSettings router) => new($"{key}-routers", new()
    {
        Project = settings.Cloud.Google.Project.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        NetworkSelfLink = Network.NetworkSelfLink,
        Asn = router.Asn.Value,
        Announced = Announced(),
        Protect = settings.Lifecycle.Protect,
    }, options);

    private ImmutableSortedDictionary<string, Cidr> Announced()
    {
        var reachable = ImmutableSortedDictionary.Create<string, Cidr>(StringComparer.Ordinal).Add("nodes", addresses.Nodes).Add("pods", addresses.Pods);
        return DnsPlan.Forwards(key, settings) ? reachable.Add("cloud-dns", DnsFacts.CloudDnsRange) : reachable;
    }

    private GoogleResolver MakeResolver(DnsSettings dns) => new($"{key}-names", new()
    {
        Project = settings.Cloud.Google.Project.ToString(),
        Region = site.Region.ToString(),
        PhysicalName = physicalName,
        NetworkSelfLink = Network.NetworkSelfLink,
        SubnetSelfLink = Network.SubnetSelfLink,
        Domain = dns.Domain,
        DnsApi = clouds.Apis.Enabled(GkeFacts.DnsApi),
        Protect = settings.Lifecycle.Protect,
    }, options);

    private GkeCluster MakeCluster() => new($"{key}-cluster", new()
    {
        AtCreation = new()
        {
            Project = settings.Cloud.Google.Project.ToString(),
            Region = site.Region.ToString(),
            PhysicalName = physicalName,
            NetworkSelfLink = Network.NetworkSelfLink,
            SubnetSelfLink = Network.SubnetSelfLink,
            PodRangeName = GcpNetwork.PodRangeName,
            ServiceRangeName = GcpNetwork.ServiceRangeName,
            AutoProvisions = site.Cluster.Compute is GkeAutoProvisioningCompute,
        },
        Pods = addresses.Pods,
        Zones = [.. site.Zones.Select(zone => zone.ToString())],
        KubernetesVersion = site.Cluster.KubernetesVersion,
        Upgrades = GkeClusters.Upgrades(site.Cluster),
        WayOut = Network.WayOut,
        ApiAccess = Access.Of(site.Cluster.Api),
        // Every private range, so that a site that comes or goes does not touch the others.
        PeerRanges = PrivateRanges.All,
        Access = clouds.GoogleAccess,
        Security = GkeClusters.Security(site.Cluster),
        Observability = GkeClusters.Observability(site.Cluster),
        Pools = GkeClusters.Pools(site.Cluster),
        AutoscalingProfile = GkeClusters.Profile(site.Cluster),
        AutoProvisioning = GkeClusters.AutoProvisioning(site.Cluster),
        ComputeClasses = GkeClusters.ComputeClasses(site.Cluster),
        FleetProject = site.Cluster.Fleet?.ToString(),
        Backup = GkeClusters.Backup(site.Cluster),
        Apis = clouds.Apis,
        Protect = settings.Lifecycle.Protect,
        Teardown = settings.Lifecycle.Teardown,
    }, options);
}
