namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A trace is whole only if everybody on the way hands on what the caller said of it, and heeds it.</summary>
public sealed class TraceContext() : Rule(new()
{
    Id = "trace-context",
    Title = "Proxies and programs pass on W3C's context of a trace, and follow what the caller has decided",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "leave propagation on, set useRequestIdForTraceSampling to false, and have tracecontext among OTEL_PROPAGATORS",
})
{
    private const string Variable = "OTEL_PROPAGATORS";
    private const string Propagator = "tracecontext";
    private const string Containers = "spec.template.spec.containers";

    public override IEnumerable<Finding> Judge(PlanIndex plan) => Proxies(plan).Concat(Programs(plan));

    private IEnumerable<Finding> Proxies(PlanIndex plan)
    {
        foreach (var telemetry in plan.Of(Types.Telemetry))
        {
            foreach (var tracing in telemetry.Items("spec.tracing"))
            {
                var (off, byId) = ($"{tracing}.disableContextPropagation", $"{tracing}.useRequestIdForTraceSampling");
                if (telemetry.Is(off, true))
                {
                    yield return Found(telemetry, "has proxies drop the context of traces", off);
                }

                if (telemetry.IsNot(byId, false))
                {
                    yield return Found(telemetry, "has proxies decide by the id of a request, whatever the caller has decided", byId);
                }
            }
        }
    }

    private IEnumerable<Finding> Programs(PlanIndex plan)
    {
        foreach (var workload in plan.Resources.Where(resource => resource.At(Containers) is not null))
        {
            foreach (var entry in workload.Items(Containers).SelectMany(container => workload.Items($"{container}.env")).Where(entry => workload.Is($"{entry}.name", Variable)))
            {
                if (workload.Text($"{entry}.value") is { } value && !value.Split(',').Contains(Propagator, StringComparer.Ordinal))
                {
                    yield return Found(workload, $"has a program that passes on {value}, and not {Propagator}", $"{entry}.value");
                }
            }
        }
    }
}
