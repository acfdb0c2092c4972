namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>Two tracers that do not read each other's header, or two places to keep spans: each cloud then shows its own half, and neither says so.</summary>
public sealed class TraceSplit() : Rule(new()
{
    Id = "trace-split",
    Title = "All proxies pass on one header of traces, and all spans go to one region",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "switch off tracing by X-Ray in App Mesh, and let every collector send spans to the same region",
})
{
    private const string Providers = "values.meshConfig.extensionProviders";
    private const string XRayHost = "xray.";

    public override IEnumerable<Finding> Judge(PlanIndex plan) => TwoHeaders(plan).Concat(TwoRegions(plan));

    private IEnumerable<Finding> TwoHeaders(PlanIndex plan)
    {
        if (plan.Of(Types.Release).FirstOrDefault(TellsByOpenTelemetry) is not { } mesh)
        {
            yield break;
        }

        foreach (var release in plan.Of(Types.Release))
        {
            if (release.Is("values.tracing.enabled", true) && release.Is("values.tracing.provider", "x-ray"))
            {
                yield return Found(release, $"has proxies pass on X-Ray's own header, and those of {mesh.Name} pass on W3C's", "values.tracing.provider") with { Related = [mesh.Urn] };
            }
        }
    }

    private IEnumerable<Finding> TwoRegions(PlanIndex plan)
    {
        CollectorReading? first = null;
        string? place = null;
        foreach (var collector in CollectorReading.Of(plan))
        {
            foreach (var host in collector.Hosts().Where(host => host.StartsWith(XRayHost, StringComparison.Ordinal)))
            {
                (first, place) = (first ?? collector, place ?? host);
                if (host != place)
                {
                    yield return Found(collector.Release, $"sends spans to {host}, and {first.Release.Name} to {place}", $"{collector.At}.exporters") with { Related = [first.Release.Urn] };
                }
            }
        }
    }

    private static bool TellsByOpenTelemetry(PlannedResource release) => release.Items(Providers).Any(provider => release.At($"{provider}.opentelemetry") is not null);
}
