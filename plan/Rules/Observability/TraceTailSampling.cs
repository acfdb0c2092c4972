namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>Who decides at the end of a trace must see all of it; a collector of each cloud sees its own half, and a half is kept without the other.</summary>
public sealed class TraceTailSampling() : Rule(new()
{
    Id = "trace-tail-sampling",
    Title = "At most one collector decides on traces by their end, and each trace reaches one pod of it",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "decide at the beginning of a trace instead, or send the spans of all clusters to one collector, by a loadbalancing exporter where it has several pods",
})
{
    private const string Sampler = "tail_sampling";
    private const string Replicas = "values.replicaCount";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var collectors = CollectorReading.Of(plan).ToList();
        var deciding = collectors.Where(collector => collector.Has("processors", Sampler)).ToList();
        foreach (var other in deciding.Skip(1))
        {
            yield return Found(other.Release, $"decides on traces by their end, as {deciding[0].Release.Name} does", $"{other.At}.processors") with { Related = [deciding[0].Release.Urn] };
        }

        if (deciding is [var one] && one.Release.Number(Replicas) > 1 && !collectors.Exists(collector => collector.Has("exporters", "loadbalancing")))
        {
            yield return Found(one.Release, "decides on traces by their end in several pods, and nothing sends all spans of one to the same", Replicas);
        }
    }
}
