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

        _ = new AppMeshServices($"{key}-services", new()
        {
            Cluster = place.Cluster,
            Site = key,
            Policy = ServicePlan.PolicyOf(settings)!,
            Mesh = mesh,
            Trust = new(trust.Authority.TrustDomain, trust.Authority.Sites[key], trust.Authority.TrustedPem),
            Issuer = issuer,
            Tracing = appMesh.Tracing,
        }, new() { Providers = { aws, trust.Tls } });
    }
}
