namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>X-Ray refuses spans until they have a destination, and a collector does not send again what was refused.</summary>
public sealed class TraceDestination() : Rule(new()
{
    Id = "trace-destination",
    Title = "A collector that sends spans to X-Ray waits until they have a destination, which outlives the stack",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "make the release depend on the destination of trace segments, and keep that on deletion",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var destinations = plan.Of(Types.TraceDestination);
        foreach (var destination in destinations)
        {
            if (!destination.Options.RetainOnDelete)
            {
                yield return Found(destination, "goes with the stack, though it is the account's", "destination");
            }
        }

        if (destinations.Count == 0)
        {
            yield break;
        }

        foreach (var collector in CollectorReading.Of(plan).Where(collector => collector.Hosts().Any(host => host.StartsWith("xray.", StringComparison.Ordinal))))
        {
            if (!destinations.Any(destination => collector.Release.DependsOn.Contains(destination.Urn)))
            {
                yield return Found(collector.Release, $"may send spans before {destinations[0].Name} is there, and they are refused for good", $"{collector.At}.exporters") with
                {
                    Related = [destinations[0].Urn],
                };
            }
        }
    }
}
