using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Observability;

/// <summary>What alarms and dashboards of the shipped stacks ask for in PromQL is counted, told, kept and sent: in each of their plans, by what stands there.</summary>
[Collection(Evaluations.Name)]
public sealed partial class MetricPathTests
{
    private const string Query = "evaluationCriteria.promqlCriteria.query";
    private const string Agent = "aws-east-telemetry-agent";
    private const string Istiod = "aws-east-istio-r1-31";

    public static TheoryData<string> Stacks => new("dev", "staging", "prod", "fintrust");

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryMetric_ThatIsAskedFor_ComesFromItsSourceToCloudWatch(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);
        Assert.NotEmpty(Queries(plan));
        Assert.Empty(Faults(plan));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryTime_ThatIsPromised_IsAnEdgeOfWhatProxiesCount(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);
        var promised = Queries(plan).SelectMany(query => Promised().Matches(query)).Select(match => int.Parse(match.Groups["ms"].Value)).Distinct().ToList();
        Assert.NotEmpty(promised);
        Assert.All(new MetricPath(plan).Edges(), edges => Assert.Empty(promised.Except(edges)));
    }

    [Fact]
    public async Task Staging_AsksForWhatTheProbeMeasures() => Assert.Equal(
        ["probe_latency_milliseconds", "probe_success", "probe_total"],
        Queries(await ShippedPlan.OfAsync("staging")).SelectMany(Named).Where(name => name.StartsWith("probe_", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Istiod, "values.meshConfig.defaultConfig.proxyStatsMatcher.inclusionSuffixes", "[\"upstream_rq_retry\"]", "envoy_cluster_upstream_rq_pending_overflow: proxies are not asked to tell of it")]
    [InlineData(Agent, "values.alternateConfig.service.telemetry", "{}", "otelcol_process_uptime: collectors write its type and its unit into its name")]
    [InlineData(Agent, "values.alternateConfig.receivers.prometheus.config.scrape_configs", "[]", "istio_requests_total: aws-east-telemetry-agent does not keep it")]
    [InlineData(Agent, "values.alternateConfig.service.pipelines.metrics.receivers", "[\"kubeletstats\"]", "istio_requests_total: aws-east-telemetry-agent does not pass it on")]
    [InlineData(Agent, "values.alternateConfig.receivers.prometheus.config.scrape_configs[0].metric_relabel_configs[1].regex", "\"(source|destination)_canonical_.*\"",
        "istio_requests_total: aws-east-telemetry-agent drops its label destination_canonical_service")]
    [InlineData("aws-east-telemetry-gateway", "values.alternateConfig.service.pipelines", "{}", "istio_requests_total: aws-east-telemetry-gateway does not send it to CloudWatch")]
    public async Task Fails_WhereAPartOfTheWayIsMissing(string resource, string path, string json, string fault)
    {
        var plan = await ShippedPlan.OfAsync("dev");
        Assert.Contains(fault, Faults(plan with { Resources = [.. plan.Resources.Select(each => each.Name == resource ? each.With(path, json) : each)] }));
    }

    private static IEnumerable<string> Faults(PlanDocument plan)
    {
        var path = new MetricPath(plan);
        return
        [
            .. from query in Queries(plan)
               let labels = Label().Matches(query).Select(match => match.Groups["label"].Value)
                   .Concat(Grouped().Matches(query).SelectMany(match => match.Groups["labels"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)))
                   .Where(label => !label.StartsWith('@')).ToList()
               from name in Named(query)
               let row = MeshMetrics.All.SingleOrDefault(row => row.Name == name)
               let fault = row is null ? "stands in no table" : path.NotTold(name) ?? path.NotPassed(name, row.Unit == "ms", labels)
               where fault is not null
               select $"{name}: {fault}",
        ];
    }

    private static List<string> Queries(PlanDocument plan) =>
    [
        .. plan.Resources.Select(each => each.Text(Query)).OfType<string>(),
        .. plan.Resources.Where(each => each.Type == "aws:cloudwatch/dashboard:Dashboard")
            .SelectMany(each => JsonNode.Parse(each.Text("dashboardBody")!)!["widgets"]!.AsArray())
            .SelectMany(widget => widget!["properties"]!["data"]?["queries"]?.AsArray() ?? [])
            .Select(query => (string)query!["query"]!),
    ];

    /// <summary>What stands before labels or a window, or in braces by itself.</summary>
    private static IEnumerable<string> Named(string query) => Metric().Matches(query).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("\\{\"(?<name>[a-z_]+)\"[,}]|(?<name>[a-z_]+)[{[]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex("(?<label>[@a-z_0-9.]+)\"?(=~|!=|=)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bby \((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"histogram_fraction\(0, (?<ms>[0-9]+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Promised();
}
