using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Schemas;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>What the clusters of a mesh are told of its services, as planned objects.</summary>
internal sealed class RenderedMesh(ILookup<string, PlannedResource> bySite)
{
    /// <summary>The objects of one site's cluster.</summary>
    public IEnumerable<PlannedResource> In(string site) => bySite[site];

    public IEnumerable<PlannedResource> All => bySite.SelectMany(site => site);

    /// <summary>The one object of a kind and a name in a site's cluster; null where there is none.</summary>
    public PlannedResource? Find(string site, string kind, string name) =>
        bySite[site].SingleOrDefault(each => each.Inputs["kind"].Text() == kind && each.Input("metadata>name") == name);

    /// <summary>Renders policies in one run, each for clusters of its own.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="and">What else is made in each cluster, by a name for it, the policy and what was made before.</param>
    public static async Task<IReadOnlyList<RenderedMesh>> OfAsync(IReadOnlyList<MeshPolicy> policies, Action<string, MeshPolicy, MeshServices>? and = null)
    {
        var asked = await Harness.RunAsync((_, _) =>
        {
            for (var index = 0; index < policies.Count; index++)
            {
                foreach (var site in Sites(policies[index]))
                {
                    var services = Make($"m{index}-{site}", site, policies[index]);
                    and?.Invoke($"m{index}-{site}-more", policies[index], services);
                }
            }
        });
        return
        [
            .. policies.Select((policy, index) => new RenderedMesh(Sites(policy)
                .SelectMany(site => Objects(asked, $"m{index}-{site}-").Select(each => (Site: site, Object: each)))
                .ToLookup(each => each.Site, each => each.Object, StringComparer.Ordinal))),
        ];
    }

    public static async Task<RenderedMesh> OfAsync(MeshPolicy policy) => (await OfAsync([policy]))[0];

    public static MeshServices Make(string name, string site, MeshPolicy policy) => new(name, new()
    {
        Cluster = new AnyCluster(name),
        Site = site,
        Policy = policy,
        Revision = "r1-31",
        WaitFor = [],
    });

    private static IEnumerable<string> Sites(MeshPolicy policy) => policy.Services.SelectMany(service => service.Sites).Distinct(StringComparer.Ordinal);

    private static IEnumerable<PlannedResource> Objects(Asked asked, string prefix) => asked.Resources.Where(each =>
        each is { IsCustom: true, IsProvider: false } && each.Name.StartsWith(prefix, StringComparison.Ordinal));
}
