using System.Text.Json;
using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Tests.Observability;

/// <summary>The way of a metric from whoever counts to CloudWatch, read from a plan alone and by no code that made it.</summary>
internal sealed class MetricPath(PlanDocument plan)
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Config = "values.alternateConfig.";

    private IReadOnlyList<PlannedResource> Agents { get; } = [.. plan.Resources.Where(each => each.Type == Release && each.Text("name") == "telemetry-agent")];

    private IReadOnlyList<PlannedResource> Gateways { get; } = [.. plan.Resources.Where(each => each.Type == Release && each.Text("name") == "telemetry-gateway")];

    private IReadOnlyList<PlannedResource> Istiods { get; } =
        [.. plan.Resources.Where(each => each.Type == Release && each.Text("chart") is { } chart && chart.Split('/')[^1] == "istiod")];

    /// <summary>Why a metric is not there; null where whoever counts it tells of it, in every cluster that has one.</summary>
    public string? NotTold(string metric) => metric.Split('_')[0] switch
    {
        "envoy" => Istiods.Any(istiod => !Texts(istiod.At("values.meshConfig.defaultConfig.proxyStatsMatcher.inclusionSuffixes"))
            .Any(suffix => $"envoy_cluster_{suffix.Replace('.', '_')}" == metric))
            ? "proxies are not asked to tell of it" : null,
        "istio" => plan.Resources.Count(each => each.Type == "kubernetes:telemetry.istio.io/v1:Telemetry" && each.Text("metadata.namespace") == "istio-system"
            && each.Items("spec.metrics").SelectMany(item => each.Items(item + ".providers")).Any(item => each.Text(item + ".name") == "prometheus")) < Istiods.Count
            ? "proxies are not told to count calls for Prometheus" : null,
        "otelcol" => Agents.Concat(Gateways).Any(collector => !collector.Items(Config + "service.telemetry.metrics.readers")
            .Any(item => collector.Is(item + ".pull.exporter.prometheus.without_type_suffix", true) && collector.Is(item + ".pull.exporter.prometheus.without_units", true)))
            ? "collectors write its type and its unit into its name" : null,
        "probe" => plan.Resources.Any(each => each.Type == "kubernetes:core/v1:ConfigMap" && !ProbeTells(each.Inputs["data"], metric["probe_".Length..]))
            ? "the probe does not call it so" : null,
        _ => "nobody is known to tell of it",
    };

    /// <summary>Why a metric does not come as far as CloudWatch with the labels that it is asked by; null where it does.</summary>
    public string? NotPassed(string metric, bool isHistogram, IReadOnlyCollection<string> labels)
    {
        string[] series = isHistogram ? [metric + "_bucket", metric + "_sum", metric + "_count"] : [metric];
        var job = metric.Split('_')[0] switch { "envoy" or "istio" => "mesh-proxies", "otelcol" => "controllers", _ => "probes" };
        foreach (var agent in Agents)
        {
            var at = agent.Items(Config + "receivers.prometheus.config.scrape_configs").SingleOrDefault(item => agent.Text(item + ".job_name") == job);
            var rules = at is null ? [] : agent.Items(at + ".metric_relabel_configs").ToList();
            var kept = rules.Where(rule => agent.Text(rule + ".action") == "keep").Select(rule => agent.Text(rule + ".regex")!).ToList();
            if (kept.Count == 0 || !series.All(name => kept.TrueForAll(regex => IsWhole(regex, name))))
            {
                return $"{agent.Name} does not keep it";
            }

            if (labels.FirstOrDefault(label => rules.Any(rule => agent.Text(rule + ".action") == "labeldrop" && IsWhole(agent.Text(rule + ".regex")!, label))) is { } dropped)
            {
                return $"{agent.Name} drops its label {dropped}";
            }

            if (!Texts(agent.At(Config + "service.pipelines.metrics.receivers")).Contains("prometheus")
                || Texts(agent.At(Config + "service.pipelines.metrics.exporters")).Any(exporter => !Sends(agent, exporter)))
            {
                return $"{agent.Name} does not pass it on";
            }
        }

        return Gateways.FirstOrDefault(gateway => !Texts(gateway.At(Config + "service.pipelines.metrics/aws-metrics.receivers")).Contains("otlp")
            || !Texts(gateway.At(Config + "service.pipelines.metrics/aws-metrics.exporters")).SequenceEqual(["otlp_http/aws-metrics"])) is { } deaf
            ? $"{deaf.Name} does not send it to CloudWatch" : Agents.Count == 0 ? "there is no agent" : null;
    }

    /// <summary>The edges at which the proxies of each istiod count how long calls took.</summary>
    public IEnumerable<int[]> Edges() => Istiods.Select(istiod =>
        istiod.At("values.sidecarInjectorWebhook.injectedAnnotations") is PlanValue.ObjectValue annotations
            && annotations.Members["sidecar.istio.io/statsHistogramBuckets"] is PlanValue.TextValue { Value: var json }
            ? JsonDocument.Parse(json).RootElement.GetProperty("istiocustom").EnumerateArray().Select(edge => edge.GetInt32()).ToArray() : []);

    private static bool Sends(PlannedResource agent, string exporter) =>
        agent.At(Config + "exporters") is PlanValue.ObjectValue exporters && exporters.Members[exporter] is PlanValue.ObjectValue made
        && made.Members["endpoint"] is PlanValue.TextValue { Value: "telemetry-gateway.observability.svc.cluster.local:4317" };

    private static bool ProbeTells(PlanValue? data, string name) => data is PlanValue.ObjectValue files && files.Members.All(file => file.Value is PlanValue.TextValue { Value: var text }
        && text.Contains("metrics_prefix: \"probe_\"", StringComparison.Ordinal)
        && (name is "total" or "success" || text.Contains($"latency_metric_name: \"{name}\"", StringComparison.Ordinal)));

    private static bool IsWhole(string regex, string text) => Regex.IsMatch(text, $"^(?:{regex})$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Texts(PlanValue? list) => list is PlanValue.ListValue { Items: var items } ? items.OfType<PlanValue.TextValue>().Select(item => item.Value) : [];
}
