using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>What is over the limit is refused whole, and not tried again.</summary>
public sealed class CollectorBatch() : Rule(new()
{
    Id = "collector-batch",
    Title = "A collector sends AWS no more in one request than it takes",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "put a batch processor with send_batch_max_size within the limit before the exporter: 1,000 data points, 10,000 spans or records",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var collector in CollectorReading.Of(plan))
        {
            foreach (var pipeline in collector.Pipelines())
            {
                if (Limit(collector, pipeline) is { } limit && collector.MostItems(pipeline) is { } most && most > limit.MaxItems)
                {
                    yield return Found(
                        collector.Release,
                        $"may send {limit.Service} more than {limit.MaxItems} items in one request, which refuses them all",
                        $"{collector.At}.service.pipelines.{pipeline}.processors");
                }
            }
        }
    }

    /// <summary>The endpoint of AWS that a pipeline ends in, or null.</summary>
    private static OtlpEndpoint? Limit(CollectorReading collector, string pipeline) => OtlpEndpoints.All.FirstOrDefault(
        endpoint => collector.Hosts(pipeline).Any(host => host.StartsWith(endpoint.Service + ".", StringComparison.Ordinal) && host.EndsWith(".amazonaws.com", StringComparison.Ordinal)));
}
