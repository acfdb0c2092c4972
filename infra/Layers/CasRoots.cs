using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Trust;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Roots in Google's CAS: one pool or one template for each region, whichever roots there are in it.</summary>
/// <param name="trust">What is to be trusted.</param>
/// <param name="protect">Whether Pulumi refuses to delete what must not be lost.</param>
/// <param name="clouds">The accounts.</param>
/// <param name="names">Physical names.</param>
internal sealed class CasRoots(TrustSettings trust, bool protect, Clouds clouds, Names names)
{
    private const string Name = "trust";
    private const int DaysPerYear = 365;

    private readonly Dictionary<string, CasPool> pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CasTemplate> templates = new(StringComparer.Ordinal);

    private TimeSpan SiteLifetime => TimeSpan.FromDays(trust.SiteDays);

    /// <summary>A root that stands already.</summary>
    public IRootAuthority Of(CasRootSettings root) => new CasRoot(new()
    {
        Authority = root.Authority,
        Certificate = root.Certificate,
        Generation = root.Generation,
        TemplateId = TemplateIn(root.Authority.Region.ToString()).TemplateId,
        Provider = clouds.Google,
    });

    /// <summary>A root that is made here.</summary>
    /// <param name="root">What is asked of it.</param>
    /// <param name="isLeaving">Whether it is on its way out, and so need not be kept.</param>
    public IRootAuthority Of(GeneratedCasRootSettings root, bool isLeaving) => new GeneratedCasRoot($"{Name}-root-{root.Generation}", new()
    {
        Pool = PoolIn(root.Region.ToString()),
        PhysicalName = names.Of(Name, $"root-{root.Generation}"),
        TrustDomain = trust.TrustDomain,
        CommonName = $"root {root.Generation}",
        Lifetime = TimeSpan.FromDays(root.Years * DaysPerYear),
        SiteLifetime = SiteLifetime,
        Signing = root.Signing,
        Protect = protect && !isLeaving,
        GoesAtOnce = !protect,
        Provider = clouds.Google,
    });

    private CasPool PoolIn(string region)
    {
        if (!pools.TryGetValue(region, out var pool))
        {
            pool = pools[region] = new CasPool($"{Name}-{region}", new()
            {
                Project = clouds.GoogleProject,
                Region = region,
                SiteLifetime = SiteLifetime,
                Api = clouds.Apis.Enabled(CasFacts.Api),
                Protect = protect,
            }, new() { Provider = clouds.Google });
        }

        return pool;
    }

    private CasTemplate TemplateIn(string region)
    {
        if (!templates.TryGetValue(region, out var template))
        {
            template = templates[region] = new CasTemplate($"{Name}-{region}", new()
            {
                Project = clouds.GoogleProject,
                Region = region,
                SiteLifetime = SiteLifetime,
                Api = clouds.Apis.Enabled(CasFacts.Api),
            }, new() { Provider = clouds.Google });
        }

        return template;
    }
}
