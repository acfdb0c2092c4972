using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Bridge;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Moves;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Trust;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The bridge between kinds of mesh: from services that call one another to its ends, their names, and the ways to them. Without such calls, nothing.</summary>
internal sealed class BridgeLayer
{
    private readonly MeshSettings settings;
    private readonly MeshPlaces places;
    private readonly TrustLayer trust;
    private readonly BridgedMeshes meshes;
    private readonly Clouds clouds;
    private readonly Names names;
    private readonly MeshPolicy policy;
    private readonly Dictionary<string, Output<ImmutableArray<string>>> addresses = new(StringComparer.Ordinal);

    public BridgeLayer(MeshSettings settings, MeshPlaces places, TrustLayer trust, BridgedMeshes meshes, Clouds clouds, Names names)
    {
        (this.settings, this.places, this.trust, this.meshes, this.clouds, this.names) = (settings, places, trust, meshes, clouds, names);
        policy = ServicePlan.PolicyOf(settings)!;
        foreach (var site in BridgePlan.Ends(settings))
        {
            var (end, balancer) = (BridgeEnd.Of(policy, site), meshes.Balancers.Bridge(site));
            Open(end, balancer);
            addresses[site] = balancer.Addresses;
            foreach (var asking in BridgePlan.SitesBefore(site, settings).Add(site))
            {
                Tell(asking, end, balancer.Addresses);
            }
        }

        foreach (var site in places.All.Keys)
        {
            foreach (var (service, ends) in BridgePlan.ImportsOf(site, settings))
            {
                Lead(site, service, ends);
            }
        }
    }

    private void Open(BridgeEnd end, IGatewayBalancer balancer)
    {
        switch (end.Kind)
        {
            case PolicyTargets.Istio:
                OpenIstio(end, balancer);
                break;
            case PolicyTargets.AppMesh:
                OpenAppMesh(end, balancer);
                break;
            default:
                throw new UnreachableException($"no bridge has an end in {end.Kind}");
        }
    }

    private void OpenIstio(BridgeEnd end, IGatewayBalancer balancer)
    {
        var (istio, name) = (meshes.Istio!, $"{end.Site}-bridge");
        var member = istio.Members[end.Site];
        var secret = new GatewaySecret(name, new()
        {
            Cluster = member.Cluster,
            Name = BridgeFacts.Credential,
            Namespace = places.All[end.Site].Namespace ?? [],
            Certificate = Certify(end),
            TrustedPem = trust.Authority.TrustedPem,
        });
        _ = new IntoIstio(name, new()
        {
            Cluster = member.Cluster,
            Policy = policy,
            Exported = BridgePlan.ExportsOf(end.Site, settings),
            Revision = istio.Istio.Current.ToString(),
            Version = istio.Istio.Revisions[istio.Istio.Current.ToString()].Version.ToString(),
            Mirror = istio.Istio.Mirror?.ToString(),
            Balancer = balancer,
            Callers = BridgePlan.RangesBefore(end.Site, settings),
            Replicas = istio.Istio.Replicas,
            WaitFor = [.. member.Istiod, .. secret.Ready],
        });
    }

    private void OpenAppMesh(BridgeEnd end, IGatewayBalancer balancer)
    {
        var (appMesh, site) = (meshes.AppMesh!, (AwsSite)settings.Sites[end.Site]);
        var member = appMesh.Members[end.Site];
        _ = new IntoAppMesh($"{end.Site}-bridge", new()
        {
            Cluster = places.All[end.Site].Cluster,
            Place = member.Mesh.Place,
            Policy = policy,
            End = end,
            Exported = BridgePlan.ExportsOf(end.Site, settings),
            Trust = member.Trust,
            Issuer = member.Issuer,
            Mirror = appMesh.Mirror,
            Balancer = balancer,
            Callers = BridgePlan.RangesBefore(end.Site, settings),
            Replicas = appMesh.Replicas,
            WaitFor = member.Mesh.Ready,
            Services = member.Services.Ready,
        }, new() { Providers = { clouds.Aws(site.Region.ToString()), trust.Tls } });
    }

    private WorkloadCertificate Certify(BridgeEnd end) => trust.Certify($"{end.Site}-bridge", end.Site, end.Namespace, BridgeEnd.ServiceAccount, [end.Host]);

    private void Lead(string site, ServicePolicy service, ImmutableArray<BridgeEnd> ends)
    {
        var name = KeptObject.OverBridge(site, service.Name);
        switch (policy.KindOf(site))
        {
            case PolicyTargets.Istio:
                _ = new OutOfIstio(name, new()
                {
                    Cluster = places.All[site].Cluster,
                    Site = site,
                    Policy = policy,
                    Service = service,
                    Ends = ends,
                    WaitFor = [meshes.Istio!.NamespaceOf(site, $"{service.Name.Namespace}")],
                });
                break;
            case PolicyTargets.AppMesh:
                var member = meshes.AppMesh!.Members[site];
                if (ends.Length > 1)
                {
                    Gather(site, service, ends);
                }

                _ = new OutOfAppMesh(name, new()
                {
                    Cluster = places.All[site].Cluster,
                    Policy = policy,
                    Service = service,
                    Ends = ends,
                    WaitFor = [.. member.Mesh.Ready, member.Services.Namespaces[$"{service.Name.Namespace}"]],
                });
                break;
            default:
                throw new UnreachableException($"no bridge leads out of {policy.KindOf(site)}");
        }
    }

    /// <summary>Has App Mesh find all ends of a service by one name, where Istio and Envoy are told each end by its own.</summary>
    private void Gather(string site, ServicePolicy service, ImmutableArray<BridgeEnd> ends)
    {
        var aws = (AwsSite)settings.Sites[site];
        _ = new AwsBridgeName($"{site}-finds-{service.Name.Name}.{service.Name.Namespace}", new()
        {
            PhysicalName = names.Of(site, $"bridge-{service.Name.Name}-{service.Name.Namespace}"),
            VpcId = places.Aws[site].Network.VpcId,
            Region = aws.Region.ToString(),
            Host = DnsName.Parse(policy.EntryHost(service))!.Value,
            Addresses = Output.All(ends.Select(end => addresses[end.Site])).Apply(each => each.SelectMany(some => some).ToImmutableArray()),
        }, new() { Provider = clouds.Aws(aws.Region.ToString()) });
    }

    private void Tell(string site, BridgeEnd end, Output<ImmutableArray<string>> addresses)
    {
        var (name, physicalName) = ($"{site}-finds-bridge-{end.Site}", names.Of(site, $"bridge-{end.Site}"));
        switch (settings.Sites[site])
        {
            case AwsSite aws:
                _ = new AwsBridgeName(name, new()
                {
                    PhysicalName = physicalName,
                    VpcId = places.Aws[site].Network.VpcId,
                    Region = aws.Region.ToString(),
                    Host = end.Host,
                    Addresses = addresses,
                }, new() { Provider = clouds.Aws(aws.Region.ToString()) });
                break;
            case GcpSite:
                _ = new GoogleBridgeName(name, new()
                {
                    Project = settings.Cloud.Google.Project.ToString(),
                    PhysicalName = physicalName,
                    NetworkSelfLink = places.Google[site].Network.NetworkSelfLink,
                    Host = end.Host,
                    Addresses = addresses,
                    DnsApi = clouds.Apis.Enabled(GkeFacts.DnsApi),
                }, new() { Provider = clouds.Google });
                break;
            case OnPremisesSite:
                // A data centre has names of its own: whoever runs it enters this one there.
                break;
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>The meshes that a bridge joins.</summary>
/// <param name="Balancers">What stands before its ends.</param>
/// <param name="Istio">Null where there is none.</param>
/// <param name="AppMesh">Null where there is none.</param>
internal sealed record BridgedMeshes(GatewayBalancers Balancers, MeshLayer? Istio, AppMeshLayer? AppMesh);
