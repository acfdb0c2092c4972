using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>To the setting endpoint the exporter adds the path of the signal by itself.</summary>
public sealed class CollectorEndpoint() : Rule(new()
{
    Id = "collector-endpoint",
    Title = "No exporter of a collector asks for the same path twice",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "use traces_endpoint, metrics_endpoint or logs_endpoint for a whole URL, and endpoint for a host",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var collector in CollectorReading.Of(plan))
        {
            foreach (var (name, value) in collector.Parts("exporters"))
            {
                var path = $"{collector.At}.exporters.{name}.endpoint";
                if (name.Split('/')[0] is "otlp_http" or "otlphttp" && value is PlanValue.ObjectValue exporter
                    && exporter.Members["endpoint"] is PlanValue.TextValue { Value: var url }
                    && OtlpEndpoints.All.Any(endpoint => url.TrimEnd('/').EndsWith($"/v1/{endpoint.Signal}", StringComparison.Ordinal)))
                {
                    yield return Found(collector.Release, $"sends to {url} and the path of the signal once more, where nobody listens", path);
                }
            }
        }
    }
}
