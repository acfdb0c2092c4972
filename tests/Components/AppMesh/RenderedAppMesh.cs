using CrossCloudMesh.Clusters;
using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Trust;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.AppMesh;

/// <summary>What App Mesh in one cluster is told of the services there, as planned objects.</summary>
internal sealed class RenderedAppMesh(IReadOnlyList<PlannedResource> objects)
{
    /// <summary>The site of the cluster.</summary>
    public static readonly string Site = PolicyGen.Sites[0];

    /// <summary>The objects of the services, and what they need in AWS and of trust.</summary>
    public IReadOnlyList<PlannedResource> All => objects;

    /// <summary>The one object of a kind and a name; null where there is none.</summary>
    public PlannedResource? Find(string kind, string name) => Of(kind).SingleOrDefault(each => each.Input("metadata>name") == name);

    /// <summary>The objects of a kind.</summary>
    public IEnumerable<PlannedResource> Of(string kind) => objects.Where(each => each.Inputs["kind"] is PlanValue.TextValue text && text.Value == kind);

    /// <summary>Renders policies in one run, each for a cluster of its own.</summary>
    public static async Task<IReadOnlyList<RenderedAppMesh>> OfAsync(IReadOnlyList<MeshPolicy> policies)
    {
        var asked = await Harness.RunAsync((aws, _) =>
        {
            for (var index = 0; index < policies.Count; index++)
            {
                Make($"m{index}", policies[index], aws);
            }
        });
        return
        [
            .. policies.Select((_, index) => new RenderedAppMesh([.. asked.Resources.Where(each =>
                each is { IsCustom: true, IsProvider: false } && each.Name.StartsWith($"m{index}-services-", StringComparison.Ordinal))])),
        ];
    }

    public static async Task<RenderedAppMesh> OfAsync(MeshPolicy policy) => (await OfAsync([policy]))[0];

    public static AppMeshServices Make(
        string name, MeshPolicy policy, ComponentResourceOptions aws, Func<AppMeshServicesArgs, AppMeshServicesArgs>? with = null)
    {
        var tls = new Pulumi.Tls.Provider($"{name}-tls");
        var trusted = new ComponentResourceOptions { Provider = tls };
        var root = new GeneratedRoot($"{name}-root", new()
        {
            TrustDomain = PolicyGen.Domain,
            CommonName = "root 1",
            Lifetime = TimeSpan.FromDays(3650),
            SiteLifetime = TimeSpan.FromDays(365),
            Protect = false,
        }, trusted);
        var authority = new SiteAuthority($"{name}-site", new()
        {
            Root = root,
            TrustDomain = PolicyGen.Domain,
            Site = Site,
            Lifetime = TimeSpan.FromDays(365),
            Protect = false,
        }, trusted);
        var cluster = new AnyCluster(name);
        var issuer = new AwsTokenIssuer($"{name}-tokens", new() { Cluster = cluster }, aws);
        var args = new AppMeshServicesArgs
        {
            Cluster = cluster,
            Site = Site,
            Policy = policy,
            Mesh = new AppMeshControlPlane($"{name}-appmesh", AppMeshControlPlaneTests.Args(cluster, issuer), aws),
            Trust = new(PolicyGen.Domain, authority, root.CertificatePem),
            Issuer = issuer,
            Tracing = false,
        };
        return new($"{name}-services", with is null ? args : with(args), new() { Providers = { aws.Provider!, tls } });
    }
}
