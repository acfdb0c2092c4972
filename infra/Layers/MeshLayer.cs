using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The mesh of a stack: from its settings to Istio in every cluster, and gateways and tokens between those of linked sites.</summary>
internal sealed class MeshLayer
{
    private readonly IstioSettings istio;
    private readonly MeshSettings settings;
    private readonly MeshPlaces places;
    private readonly Clouds clouds;
    private readonly Names names;
    private readonly MeshTracing? tracing;

    public MeshLayer(IstioSettings istio, MeshSettings settings, MeshPlaces places, Clouds clouds, Names names)
    {
        (this.istio, this.settings, this.places, this.clouds, this.names) = (istio, settings, places, clouds, names);
        tracing = TelemetryLayer.TracingOf(settings);
        var members = places.All.Keys
            .Where(site => MeshPlan.KindOf(site, settings) is PolicyTargets.Istio)
            .ToImmutableSortedDictionary(site => site, Install, StringComparer.Ordinal);
        foreach (var (site, member) in members)
        {
            var peers = MeshPlan.PeersOf(site, settings);
            if (!peers.IsEmpty)
            {
                Open(member);
            }

            foreach (var peer in peers)
            {
                _ = new RemoteSecret($"{site}-reads-{peer}", new() { Reader = member, Remote = members[peer], Generation = istio.TokenGeneration });
            }
        }
    }

    private string Current => istio.Current.ToString();

    private string? Mirror => istio.Mirror?.ToString();

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
            // Whatever makes a Service waits for the controller that answers for Services.
            WaitFor = [.. places.All[site].Namespace, .. places.TrustReady[site], .. ControllerOf(site)],
        });
        var baseline = new MeshBaseline($"{site}-baseline", new() { Cluster = cluster, Tracing = tracing, WaitFor = control.Ready });
        if (!settings.Services.IsEmpty)
        {
            _ = new MeshServices($"{site}-services", new()
            {
                Cluster = cluster,
                Site = site,
                Policy = ServicePlan.PolicyOf(settings)!,
                Revision = Current,
                Tracing = tracing,
                WaitFor = baseline.Ready,
            });
        }

        return new(site, cluster, control.Ready);
    }

    private void Open(MeshMember member) => _ = new EastWestGateway($"{member.Name}-eastwest", new()
    {
        Cluster = member.Cluster,
        Network = member.Name,
        Revision = Current,
        Version = istio.Revisions[Current].Version.ToString(),
        Mirror = Mirror,
        Balancer = BalancerOf(member.Name),
        Callers = MeshPlan.CallersOf(member.Name, settings),
        Replicas = istio.Replicas,
        WaitFor = member.Istiod,
    });

    private IReadOnlyList<Resource> ControllerOf(string site) => places.Aws.TryGetValue(site, out var aws) ? aws.Controllers.LoadBalancersReady : [];

    private IGatewayBalancer BalancerOf(string key) => settings.Sites[key] switch
    {
        AwsSite site => new AwsGatewayBalancer($"{key}-eastwest-balancer", new()
        {
            Subnets = places.Aws[key].Network.PrivateSubnets.ToImmutableSortedDictionary(
                subnet => subnet.Key,
                subnet => new BalancerSubnet(subnet.Value, SubnetPlan.Carve(SiteRanges.Of(site, settings.Addresses)!.Network, SubnetTier.Private, site.Zones[subnet.Key])),
                StringComparer.Ordinal),
            Controller = ControllerOf(key),
        }, new() { Provider = clouds.Aws(site.Region.ToString()) }),
        GcpSite site => new GoogleGatewayBalancer($"{key}-eastwest-balancer", new()
        {
            Project = settings.Cloud.Google.Project.ToString(),
            Region = site.Region.ToString(),
            PhysicalName = names.Of(key),
            SubnetSelfLink = places.Google[key].Network.SubnetSelfLink,
        }, new() { Provider = clouds.Google }),
        var other => throw new UnreachableException($"no gateway stands in a {other.GetType().Name}"),
    };
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
