namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A Helm release that has the configuration of an OpenTelemetry collector among its values.</summary>
/// <param name="Release">The release.</param>
/// <param name="At">Where the configuration stands.</param>
/// <param name="Config">The configuration.</param>
internal sealed record CollectorReading(PlannedResource Release, string At, PlanValue.ObjectValue Config)
{
    private const string Scheme = "://";
    private const string ReceiversKey = "receivers";

    private static readonly string[] Places = ["values.alternateConfig", "values.config"];

    /// <summary>All of a plan, in its order.</summary>
    public static IEnumerable<CollectorReading> Of(PlanIndex plan)
    {
        foreach (var release in plan.Of(Types.Release))
        {
            if (Array.Find(Places, place => release.At(place) is PlanValue.ObjectValue config && config.Members[ReceiversKey] is not null) is { } at)
            {
                yield return new(release, at, (PlanValue.ObjectValue)release.At(at)!);
            }
        }
    }

    /// <summary>The parts of a kind by their names: <c>exporters</c>.</summary>
    public IEnumerable<KeyValuePair<string, PlanValue>> Parts(string kind) => Config.Members[kind] is PlanValue.ObjectValue parts ? parts.Members : [];

    /// <summary>Whether it has a part of that type: <c>tail_sampling</c>, whatever stands behind a slash.</summary>
    public bool Has(string kind, string type) => Parts(kind).Any(part => part.Key.Split('/')[0] == type);

    /// <summary>The hosts that it sends to, in the order of their exporters.</summary>
    public IEnumerable<string> Hosts() => Parts("exporters")
        .Select(exporter => exporter.Value)
        .OfType<PlanValue.ObjectValue>()
        .SelectMany(exporter => exporter.Members)
        .Where(setting => setting.Key.EndsWith("endpoint", StringComparison.Ordinal))
        .Select(setting => setting.Value)
        .OfType<PlanValue.TextValue>()
        .Select(url => HostOf(url.Value))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The cluster that it runs in; null where the plan does not tell of exactly one.</summary>
    public PlannedResource? Cluster(PlanIndex plan)
    {
        var clusters = Release.Provider is { } urn && plan[urn] is { } provider
            ? plan.Sources(provider, "kubeconfig", Types.EksCluster).Concat(plan.Sources(provider, "kubeconfig", Types.GkeCluster)).ToArray()
            : [];
        return clusters is [var one] ? one : null;
    }

    private static string HostOf(string url)
    {
        var rest = url.IndexOf(Scheme, StringComparison.Ordinal) is >= 0 and var at ? url[(at + Scheme.Length)..] : url;
        return rest.Split('/', ':')[0];
    }
}
