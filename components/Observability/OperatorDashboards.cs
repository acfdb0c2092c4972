using System.Collections.Immutable;
using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the four dashboards of operators: is it well, which link, which service, which cluster.</summary>
/// <remarks>
/// Makes 4 dashboards. Each begins with the question that it answers and where to go next. What is measured in other regions is shown from
/// there. Takes an AWS provider.
/// </remarks>
public sealed class OperatorDashboards : ComponentResource
{
    public const string Token = "infra:observability:OperatorDashboards";

    private static readonly ImmutableArray<string> Names = ["overview", "link", "service", "cluster"];

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly OperatorDashboardsArgs args;

    public OperatorDashboards(string name, OperatorDashboardsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        this.args = args;
        Output<DashboardBody>[] bodies =
        [
            Output.All(args.Alarms).Apply(arns => Overview(arns)),
            Output.All(Lines().Select(line => (Input<LinkLine>)line.Resolve())).Apply(lines => LinkPage(lines)),
            Output.Create(Services()),
            Output.All(args.Clusters.Select(cluster => cluster.Name)).Apply(names => Clusters(names)),
        ];
        foreach (var (page, body) in Names.Zip(bodies))
        {
            _ = new Dashboard($"{name}-{page}", new()
            {
                DashboardName = $"{args.PhysicalName}-{page}",
                DashboardBody = body.Apply(made => made.ToJson()),
            }, new() { Parent = this });
        }

        RegisterOutputs();
    }

    private IEnumerable<PathLine> Lines() =>
    [
        .. args.Links.SelectMany(link => link.Value.SelectMany(point => PathLine.Of(link.Key, point))),
        .. args.Hubs.SelectMany(hub => PathLine.OfHub(hub.Site, hub.Region, hub.HubId)),
    ];

    private DashboardBody Overview(ImmutableArray<string> arns) => new(
    [
        new(2, new TextWidget("## Is it well?\nWhat is red below is told to whoever is on call. Calls fail or are slow: **service**. A site does not answer: **link**. No data: **cluster**.")),
        new(2, new AlarmWidget("Alarms", arns)),
        .. args.Slos.Length == 0 ? Array.Empty<DashboardRow>() :
        [
            new(6,
                Query("Calls that failed, of each promise", "percent", [.. args.Slos.Select(slo => (slo.Name, $"100 * {SloQuery.FailedShare(slo, Window)}"))]),
                Query("Budget burnt in the last hour, times too fast", "times", [.. args.Slos.Select(slo => (slo.Name, $"{SloQuery.FailedShare(slo, TimeSpan.FromHours(1))} / {Text(slo.Availability.Budget)}"))],
                    ("wakes somebody", (double)BurnRate.All[0].FactorOf(args.Slos[0].PeriodDays)))),
        ],
        new(6,
            Query("Calls between clusters", "per second", [("{{source_cluster}} to {{destination_cluster}}", $"sum by (source_cluster, destination_cluster) (rate({MeshMetrics.Requests}{{reporter=\"source\"}}[5m]))")]),
            Query("How long 95 of 100 calls took", "ms", [("{{source_cluster}} to {{destination_cluster}}", $"histogram_quantile(0.95, sum by (source_cluster, destination_cluster) (rate({MeshMetrics.Durations}{{reporter=\"source\"}}[5m])))")],
                args.Slos.Select(slo => slo.Latency).OfType<SloLatency>().Select(latency => ((string, double)?)("promised", latency.ThresholdMs)).FirstOrDefault())),
    ]);

    private DashboardBody LinkPage(ImmutableArray<LinkLine> lines) => new(
    [
        new(2, new TextWidget("## Which link?\n1 is up, 0 is down. A part that is missing here was deleted. Google's end: Monitoring, policies of the same names.")),
        .. lines.GroupBy(line => line.Link, StringComparer.Ordinal).SelectMany(link => link.GroupBy(line => line.Region, StringComparer.Ordinal))
            .Select(group => new DashboardRow(6, [.. group.GroupBy(line => line.Title, StringComparer.Ordinal).Select(chart => (DashboardWidget)new MetricWidget(
                $"{chart.First().Link}: {chart.Key}", chart.First().Region, chart.First().Statistic, chart.First().Unit, [.. chart.Select(line => line.Line)]))])),
        .. ProbeCharts.Of(args.Probes, args.Region),
    ]);

    private DashboardBody Services() => new(
    [
        new(2, new TextWidget("## Which service?\nAs its callers see it. What fails in one version only is a canary: turn its step back. What is slow from the other cloud only is the link.")),
        new(6,
            Query("Calls", "per second", [("{{destination_canonical_service}}", $"sum by (destination_canonical_service) (rate({MeshMetrics.Requests}{{reporter=\"source\"}}[5m]))")]),
            Query("Calls that failed", "percent", [("{{destination_canonical_service}}", FailedByService)])),
        new(6,
            Query("How long 95 of 100 calls took", "ms", [("{{destination_canonical_service}}", $"histogram_quantile(0.95, sum by (destination_canonical_service) (rate({MeshMetrics.Durations}{{reporter=\"source\"}}[5m])))")]),
            Query("Calls refused by caps", "per 5 minutes", [("{{cluster_name}}", $"sum by (cluster_name) (increase({MeshMetrics.Overflows}[5m]))")])),
        .. args.Slos.Where(slo => slo.Latency is not null).Select(slo => new DashboardRow(6,
            Query($"{slo.Name}: how long calls took", "ms", [("half", SloQuery.Quantile(slo, "0.5", Window)), ("95 of 100", SloQuery.Quantile(slo, "0.95", Window)), ("99 of 100", SloQuery.Quantile(slo, "0.99", Window))],
                ("promised", slo.Latency!.ThresholdMs)),
            Query($"{slo.Name}: calls slower than {slo.Latency!.ThresholdMs} ms", "percent", [(slo.Name, $"100 * {SloQuery.SlowShare(slo, slo.Latency, Window)}")],
                ("budget", (double)(100 * slo.Latency.Share.Budget))))),
    ]);

    private DashboardBody Clusters(ImmutableArray<string> names) => new(
    [
        new(2, new TextWidget("## Which cluster?\nA line that ends is a cluster that tells nothing: believe no other chart of it.")),
        new(6,
            Query("Sign of life", "seconds since start", [.. args.Sites.Select(site => (site, $"max({{\"{MeshMetrics.Alive}\", \"{MeshMetrics.Cluster}\"=\"{site}\"}})"))]),
            Query("Calls under mutual TLS", "percent", [("{{destination_cluster}}", MutualShare)], ("all", 100))),
        .. args.Clusters.Length == 0 ? Array.Empty<DashboardRow>() :
        [
            new(6, [.. new[] { ("API server: answers of 500 and above", "apiserver_request_total_5XX", "Sum"), ("Pods that found no node", "scheduler_schedule_attempts_UNSCHEDULABLE", "Sum") }
                .Select(metric => (DashboardWidget)new MetricWidget(metric.Item1, args.Clusters[0].Region, metric.Item3, "per minute",
                    [.. args.Clusters.Zip(names).Where(pair => pair.First.Region == args.Clusters[0].Region).Select(pair => new MetricLine(pair.First.Site, CloudWatchMetrics.Eks, metric.Item2, [("ClusterName", pair.Second)]))]))]),
        ],
    ]);

    private static string FailedByService =>
        $"100 * sum by (destination_canonical_service) (rate({MeshMetrics.Requests}{{reporter=\"source\", response_code=~\"0|5..\"}}[5m]))"
        + $" / sum by (destination_canonical_service) (rate({MeshMetrics.Requests}{{reporter=\"source\"}}[5m]))";

    private static string MutualShare =>
        $"100 * sum by (destination_cluster) (rate({MeshMetrics.Requests}{{reporter=\"destination\", connection_security_policy=\"mutual_tls\"}}[5m]))"
        + $" / sum by (destination_cluster) (rate({MeshMetrics.Requests}{{reporter=\"destination\"}}[5m]))";

    private QueryWidget Query(string title, string unit, ImmutableArray<(string, string)> lines, (string, double)? limit = null) => new(title, args.Region, unit, lines, limit);

    private static string Text(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What <see cref="OperatorDashboards"/> needs.</summary>
public sealed record OperatorDashboardsArgs
{
    /// <summary>The beginning of the names that CloudWatch shows: <c>dev</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The region that has the metrics of the mesh, where the dashboards stand.</summary>
    public required string Region { get; init; }

    /// <summary>The ARNs of the alarms that the overview shows.</summary>
    public required ImmutableArray<Input<string>> Alarms { get; init; }

    public required ImmutableArray<Slo> Slos { get; init; }

    /// <summary>Link to what CloudWatch measures of it.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<AwsLinkPoint>> Links { get; init; }

    public required ImmutableArray<WatchedHub> Hubs { get; init; }

    /// <summary>The clusters of EKS.</summary>
    public required ImmutableArray<WatchedCluster> Clusters { get; init; }

    /// <summary>The keys of all sites with a cluster.</summary>
    public required ImmutableArray<string> Sites { get; init; }

    /// <summary>Who measures to whom.</summary>
    public required ImmutableArray<ProbedPair> Probes { get; init; }
}

/// <summary>A Transit Gateway.</summary>
/// <param name="Site">The key of its site.</param>
/// <param name="Region">Its region.</param>
/// <param name="HubId">Its id.</param>
public sealed record WatchedHub(string Site, string Region, Output<string> HubId);

/// <summary>A cluster of EKS, as its control plane measures itself.</summary>
/// <param name="Site">The key of its site.</param>
/// <param name="Region">Its region.</param>
/// <param name="Name">Its physical name.</param>
public sealed record WatchedCluster(string Site, string Region, Input<string> Name);
