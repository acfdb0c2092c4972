using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>App Mesh of a stack: from its settings to a mesh in the cluster of each of its sites, and the services there.</summary>
internal sealed class AppMeshLayer
{
    private readonly AppMeshSettings appMesh;
    private readonly MeshSettings settings;
    private readonly TrustLayer trust;
    private readonly Clouds clouds;
    private readonly Names names;

    public AppMeshLayer(
        AppMeshSettings appMesh, MeshSettings settings, IReadOnlyDictionary<string, AwsSiteLayer> places, TrustLayer trust, Clouds clouds, Names names)
    {
        (this.appMesh, this.settings, this.trust, this.clouds, this.names) = (appMesh, settings, trust, clouds, names);
        foreach (var site in appMesh.Sites.Select(site => site.ToString()).Order(StringComparer.Ordinal))
        {
            Install(site, (AwsSite)settings.Sites[site], places[site]);
        }
    }

    /// <summary>Site to what of App Mesh is in its cluster, where services are.</summary>
    public Dictionary<string, AppMeshMember> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>A registry that holds its images; null for AWS's own.</summary>
    public string? Mirror => appMesh.Mirror?.ToString();

    /// <summary>How many of each of its controllers and gateways run.</summary>
    public int Replicas => appMesh.Replicas;

    /// <summary>What of it calls AWS from inside the network of a site.</summary>
    /// <param name="appMesh">App Mesh there; null for none.</param>
    public static IEnumerable<AwsFeature> Features(AppMeshSettings? appMesh) => appMesh switch
    {
        null => [],
        { Tracing: true } => [AwsFeature.AppMesh, AwsFeature.Traces],
        _ => [AwsFeature.AppMesh],
    };

    private void Install(string key, AwsSite site, AwsSiteLayer place)
    {
        var aws = clouds.Aws(site.Region.ToString());
        var issuer = new AwsTokenIssuer($"{key}-tokens", new() { Cluster = place.Cluster }, new() { Provider = aws });
        var mesh = new AppMeshControlPlane($"{key}-appmesh", new()
        {
            Cluster = place.Cluster,
            Place = new(settings.Cloud.Aws.AccountId.ToString(), site.Region.ToString(), names.Of(key)),
            Issuer = issuer,
            VpcId = place.Network.VpcId,
            CloudMapNamespace = $"{names.Of(key)}.internal",
            ChartVersion = appMesh.ControllerVersion.ToString(),
            Mirror = appMesh.Mirror?.ToString(),
            Replicas = appMesh.Replicas,
            Tracing = appMesh.Tracing,
            WaitFor = place.Controllers.LoadBalancersReady,
        }, new() { Provider = aws });
        if (settings.Services.IsEmpty)
        {
            return;
        }

        var vouching = new AppMeshTrust(trust.Authority.TrustDomain, trust.Authority.Sites[key], trust.Authority.TrustedPem);
        var services = new AppMeshServices($"{key}-services", new()
        {
            Cluster = place.Cluster,
            Site = key,
            Policy = ServicePlan.PolicyOf(settings)!,
            Mesh = mesh,
            Trust = vouching,
            Issuer = issuer,
            Tracing = appMesh.Tracing,
            Bridge = BridgePlan.OfAppMesh(key, settings),
        }, new() { Providers = { aws, trust.Tls } });
        Members[key] = new(mesh, issuer, vouching, services);
    }
}

/// <summary>App Mesh in the cluster of a site.</summary>
/// <param name="Mesh">The mesh.</param>
/// <param name="Issuer">The issuer of the cluster's tokens.</param>
/// <param name="Trust">Who vouches for its proxies.</param>
/// <param name="Services">What stands for services in it.</param>
internal sealed record AppMeshMember(AppMeshControlPlane Mesh, AwsTokenIssuer Issuer, AppMeshTrust Trust, AppMeshServices Services);
