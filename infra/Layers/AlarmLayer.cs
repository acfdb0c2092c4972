using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Who is told of what: from the settings to topics, alarms, policies and dashboards.</summary>
internal sealed class AlarmLayer
{
    private readonly AlarmSettings alarms;
    private readonly MeshSettings settings;
    private readonly WatchedPlaces places;
    private readonly Clouds clouds;
    private readonly Names names;
    private readonly GoogleWatch google;
    private readonly SortedDictionary<string, AlarmTopics> topics = new(StringComparer.Ordinal);
    private readonly List<Output<string>> down = [];
    private readonly List<Input<string>> pages = [];

    public AlarmLayer(AlarmSettings alarms, MeshSettings settings, WatchedPlaces places, Clouds clouds, Names names)
    {
        (this.alarms, this.settings, this.places, this.clouds, this.names) = (alarms, settings, places, clouds, names);
        google = new(settings, places, clouds, names);
        foreach (var (link, points) in places.Links)
        {
            WatchLink(link, points);
        }

        foreach (var (site, layer) in places.Aws)
        {
            _ = new HubAlarms($"{site}-hub-alarms", new()
            {
                PhysicalName = names.Of(site, "hub"),
                HubId = layer.Hub.TransitGatewayId,
                Topics = TopicsOf(RegionOf(site)),
            }, In(RegionOf(site)));
        }

        google.Read();
        google.Watch(alarms.Ticket);
        WatchMesh();
        Draw();
        Told = topics.ToImmutableSortedDictionary(region => region.Key, region => region.Value.TopicArns, StringComparer.Ordinal);
    }

    /// <summary>Region to the topics of its alarms, by urgency.</summary>
    public ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>> Told { get; }

    private string Home => alarms.Region.ToString();

    private ImmutableArray<string> Clusters => [.. settings.Sites.Where(site => site.Value is AwsSite or GcpSite).Select(site => site.Key)];

    private string RegionOf(string site) => ((AwsSite)settings.Sites[site]).Region.ToString();

    private ComponentResourceOptions In(string region) => new() { Provider = clouds.Aws(region) };

    /// <summary>One set for each region, as an alarm tells topics of its own region alone.</summary>
    private AlarmTopics TopicsOf(string region)
    {
        if (!topics.TryGetValue(region, out var made))
        {
            topics[region] = made = new($"alarms-{region}", new()
            {
                AccountId = settings.Cloud.Aws.AccountId.ToString(),
                Region = region,
                PhysicalName = names.Of("alarms", region),
                Page = alarms.Page,
                Ticket = alarms.Ticket,
                Protect = settings.Lifecycle.Protect,
            }, In(region));
        }

        return made;
    }

    private void WatchLink(string link, ImmutableArray<LinkPoint> points)
    {
        foreach (var region in points.OfType<AwsLinkPoint>().GroupBy(point => point.Region, StringComparer.Ordinal))
        {
            var made = new LinkAlarms($"{link}-alarms-{region.Key}", new()
            {
                PhysicalName = names.Of(link),
                Region = region.Key,
                Points = [.. region],
                Mirrored = region.Key == Home ? google.Mirrored(points) : [],
                Topics = TopicsOf(region.Key),
            }, In(region.Key));
            if (made.Down is { } whole && region.Key == Home)
            {
                down.Add(whole.AlarmName);
                pages.Add(whole.Arn);
            }
        }

        var mirrored = google.Mirrored(points);
        if (!mirrored.IsEmpty && !points.OfType<AwsLinkPoint>().Any(point => point.Region == Home))
        {
            var seen = new GoogleLinkAlarms($"{link}-alarms-seen", new()
            {
                PhysicalName = names.Of(link),
                Points = mirrored,
                Explains = HasPromises,
                Topics = TopicsOf(Home),
            }, In(Home));
            down.AddRange(seen.Down is { } whole ? [whole.Name] : []);
        }
    }

    private bool HasPromises => settings.Mesh is not null && !settings.Observability!.Slos.IsEmpty;

    private void WatchMesh()
    {
        if (settings.Mesh is null)
        {
            return;
        }

        pages.AddRange(new MeshAlarms("mesh-alarms", new() { PhysicalName = names.Of("mesh"), Clusters = Clusters, Topics = TopicsOf(Home) }, In(Home)).Pages.Select(arn => (Input<string>)arn));
        if (HasPromises)
        {
            pages.Add(new SloAlarms("slo-alarms", new()
            {
                PhysicalName = names.Of("slo"),
                Slos = SloPlan.Of(settings),
                LinksDown = [.. down],
                Topics = TopicsOf(Home),
            }, In(Home)).Page);
        }
    }

    private void Draw() => _ = new OperatorDashboards("dashboards", new()
    {
        PhysicalName = names.Stack,
        Region = Home,
        Alarms = [.. pages],
        Slos = SloPlan.Of(settings),
        Links = places.Links.ToImmutableSortedDictionary(link => link.Key, link => link.Value.OfType<AwsLinkPoint>().ToImmutableArray(), StringComparer.Ordinal),
        Hubs = [.. places.Aws.OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => new WatchedHub(site.Key, RegionOf(site.Key), site.Value.Hub.TransitGatewayId))],
        Clusters = [.. places.Aws.OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => new WatchedCluster(site.Key, RegionOf(site.Key), site.Value.Cluster.ClusterName))],
        Sites = Clusters,
        Probes = ProbePlan.PairsOf(settings),
    }, In(Home));
}

/// <summary>What is watched.</summary>
/// <param name="Aws">The sites on AWS.</param>
/// <param name="Google">The sites on Google Cloud.</param>
/// <param name="Links">Link to what of it the clouds measure.</param>
/// <param name="Collectors">Site to what must be there before its gateway takes anything; null where no site has one.</param>
internal sealed record WatchedPlaces(
    IReadOnlyDictionary<string, AwsSiteLayer> Aws,
    IReadOnlyDictionary<string, GcpSiteLayer> Google,
    IReadOnlyDictionary<string, ImmutableArray<LinkPoint>> Links,
    IReadOnlyDictionary<string, IReadOnlyList<Resource>>? Collectors);
