namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A collector that is killed for its memory takes with it what it had not sent.</summary>
public sealed class CollectorMemory() : Rule(new()
{
    Id = "collector-memory",
    Title = "A collector limits its memory before it does anything else",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "put memory_limiter first in every pipeline",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var collector in CollectorReading.Of(plan))
        {
            foreach (var pipeline in collector.Pipelines())
            {
                var path = $"{collector.At}.service.pipelines.{pipeline}.processors";
                if (collector.Processors(pipeline) is { } processors && (processors is [var first, ..] ? first : "").Split('/')[0] != "memory_limiter")
                {
                    yield return Found(collector.Release, "takes in whatever comes, until it is killed for its memory", path);
                }
            }
        }
    }
}
