using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The private load balancers before the gateways of a mesh, each by the means of its site's cloud.</summary>
internal sealed class GatewayBalancers(MeshSettings settings, MeshPlaces places, Clouds clouds, Names names)
{
    /// <summary>The one before the east-west gateway of a site.</summary>
    public IGatewayBalancer EastWest(string site) => Of(site, "eastwest", "gateway", "The east-west gateway of the mesh", slot: 0, IsOnIstio(site));

    /// <summary>The one before the end of the bridge on a site.</summary>
    public IGatewayBalancer Bridge(string site) => Of(site, "bridge", "bridge", "The bridge of the mesh", slot: 1, IsOnIstio(site));

    /// <summary>The one before the latency probe of a site, with no proxy behind it.</summary>
    public IGatewayBalancer Probe(string site) => Of(site, "probe", "probe", "The latency probe", slot: 2, isOfIstio: false);

    /// <summary>What answers for Services of a site; nothing where the cloud does it by itself.</summary>
    public IReadOnlyList<Resource> ControllerOf(string site) => places.Aws.TryGetValue(site, out var aws) ? aws.Controllers.LoadBalancersReady : [];

    private bool IsOnIstio(string site) => MeshPlan.KindOf(site, settings) is PolicyTargets.Istio;

    private IGatewayBalancer Of(string key, string part, string physicalPart, string description, int slot, bool isOfIstio) => settings.Sites[key] switch
    {
        AwsSite site => new AwsGatewayBalancer($"{key}-{part}-balancer", new()
        {
            Subnets = places.Aws[key].Network.PrivateSubnets.ToImmutableSortedDictionary(
                subnet => subnet.Key,
                subnet => new BalancerSubnet(subnet.Value, SubnetPlan.Carve(SiteRanges.Of(site, settings.Addresses)!.Network, SubnetTier.Private, site.Zones[subnet.Key])),
                StringComparer.Ordinal),
            Slot = slot,
            Description = description,
            IsOfIstio = isOfIstio,
            Controller = ControllerOf(key),
        }, new() { Provider = clouds.Aws(site.Region.ToString()) }),
        GcpSite site => new GoogleGatewayBalancer($"{key}-{part}-balancer", new()
        {
            Project = settings.Cloud.Google.Project.ToString(),
            Region = site.Region.ToString(),
            PhysicalName = names.Of(key),
            Part = physicalPart,
            SubnetSelfLink = places.Google[key].Network.SubnetSelfLink,
        }, new() { Provider = clouds.Google }),
        var other => throw new UnreachableException($"no gateway stands in a {other.GetType().Name}"),
    };
}
