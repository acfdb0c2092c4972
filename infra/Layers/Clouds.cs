using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Infra.Settings;
using Pulumi;
using AwsProvider = Pulumi.Aws.Provider;
using GcpProvider = Pulumi.Gcp.Provider;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The accounts that everything is made in: one provider per region of AWS, one for the Google project, its APIs.</summary>
/// <remarks>Every provider is explicit and held to its account, so credentials for another one fail before anything is made.</remarks>
internal sealed class Clouds
{
    private readonly ImmutableDictionary<string, AwsProvider> awsByRegion;
    private readonly GcpProvider? google;
    private readonly GoogleApis? apis;
    private readonly GkeAccess? access;

    public Clouds(MeshSettings settings, string stack)
    {
        Tags = TagsOf(settings, stack);
        GoogleProject = settings.Cloud.Google.Project.ToString();

        awsByRegion = settings.Sites.Values.OfType<AwsSite>().Select(site => site.Region.ToString())
            .Concat(settings.Observability?.Alarms is null ? [] : LinkPlan.PortRegions(settings))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(region => region, region => new AwsProvider($"aws-{region}", new()
            {
                Region = region,
                AllowedAccountIds = { settings.Cloud.Aws.AccountId.ToString() },
                DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs { Tags = Tags },
            }), StringComparer.Ordinal);

        if (!settings.Sites.Values.OfType<GcpSite>().Any())
        {
            return;
        }

        google = new GcpProvider("google", new()
        {
            Project = GoogleProject,
            DefaultLabels = Tags,
            AddPulumiAttributionLabel = false,
        });
        apis = new GoogleApis("apis", new()
        {
            Project = GoogleProject,
            Apis = GkeFacts.Apis
                .Union(settings.Cloud.Google.Apis.Select(api => api.ToString()))
                .Union(settings.Sites.Values.OfType<GcpSite>().SelectMany(OnlySomeNeed))
                .Union(settings.Links.Values.Any(link => link.Primary is ManagedInterconnectSettings) ? [InterconnectPairs.Api] : [])
                .Union(BridgePlan.Ends(settings).IsEmpty ? [] : [GkeFacts.DnsApi])
                .Union(settings.Trust is { } trust && TrustPlan.Of(trust).IsInGoogle ? [CasFacts.Api] : []),
        }, new() { Provider = google });
        access = new GkeAccess("access", new()
        {
            Project = GoogleProject,
            Grants = GkeClusters.Grants(settings.Cloud),
            Apis = apis,
        }, new() { Provider = google });
    }

    /// <summary>What everything bears, as tags in AWS and labels in Google Cloud.</summary>
    public ImmutableDictionary<string, string> Tags { get; }

    public AwsProvider Aws(string region) => awsByRegion[region];

    /// <summary>The project's id.</summary>
    public string GoogleProject { get; }

    public GcpProvider Google => google ?? throw NoGoogleSite();

    public GoogleApis Apis => apis ?? throw NoGoogleSite();

    /// <summary>What lets operators and others into the project's clusters.</summary>
    public IReadOnlyList<Resource> GoogleAccess => access?.Ready ?? throw NoGoogleSite();

    private static IEnumerable<string> OnlySomeNeed(GcpSite site) =>
    [
        .. site.RestrictedApis || site.Dns is not null ? [GkeFacts.DnsApi] : Array.Empty<string>(),
        .. site.Cluster.Backup is null ? [] : new[] { GkeFacts.BackupApi },
        .. site.Cluster.Fleet is null ? [] : new[] { GkeFacts.FleetApi },
    ];

    private static ImmutableDictionary<string, string> TagsOf(MeshSettings settings, string stack) => settings.Cloud.Tags
        .ToImmutableDictionary(tag => tag.Key, tag => tag.Value.ToString(), StringComparer.Ordinal)
        .SetItem("managed-by", "pulumi")
        .SetItem("stack", stack);

    private static InvalidOperationException NoGoogleSite() => new("No site of the settings is on Google Cloud.");
}
