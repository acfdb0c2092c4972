namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A Helm release that has the configuration of an OpenTelemetry collector among its values.</summary>
/// <param name="Release">The release.</param>
/// <param name="At">Where the configuration stands.</param>
/// <param name="Config">The configuration.</param>
internal sealed record CollectorReading(PlannedResource Release, string At, PlanValue.ObjectValue Config)
{
    private const string Scheme = "://";
    private const string ReceiversKey = "receivers";

    private const string Merged = "values.config";

    private static readonly string[] Places = ["values.alternateConfig", Merged];

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
        .SelectMany(HostsOf)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The names of its pipelines: <c>traces/aws</c>.</summary>
    public IEnumerable<string> Pipelines() => Release.At($"{At}.service.pipelines") is PlanValue.ObjectValue pipelines ? pipelines.Members.Select(each => each.Key) : [];

    /// <summary>The processors of a pipeline in their order; null where the plan does not tell all of them: into <c>config</c> the chart puts its own.</summary>
    public IReadOnlyList<string>? Processors(string pipeline) => Release.At($"{At}.service.pipelines.{pipeline}.processors") switch
    {
        null => At == Merged ? null : [],
        PlanValue.ListValue list when list.Items.All(item => item is PlanValue.TextValue) => [.. list.Items.Cast<PlanValue.TextValue>().Select(item => item.Value)],
        _ => null,
    };

    /// <summary>The hosts that the exporters of a pipeline send to.</summary>
    public IEnumerable<string> Hosts(string pipeline) => Exporters(pipeline).SelectMany(HostsOf);

    /// <summary>How many items a pipeline puts into one request at most: without end where nothing limits it; null where the plan does not tell.</summary>
    public double? MostItems(string pipeline)
    {
        if (Processors(pipeline) is not { } processors)
        {
            return null;
        }

        var most = double.PositiveInfinity;
        foreach (var name in processors.Where(name => name.Split('/')[0] == "batch"))
        {
            var size = Release.At($"{At}.processors.{name}.send_batch_max_size");
            if (Inputs.IsHidden(size))
            {
                return null;
            }

            // 0 stands for no limit.
            most = size is PlanValue.NumberValue { Value: > 0 and var told } ? Math.Min(most, told) : most;
        }

        return Math.Min(most, Exporters(pipeline).Select(MostItems).DefaultIfEmpty(double.PositiveInfinity).Max());
    }

    /// <summary>The same of an exporter that makes batches by itself; those of so many bytes are told in no items.</summary>
    private static double MostItems(PlanValue.ObjectValue exporter) =>
        exporter.Members["sending_queue"] is PlanValue.ObjectValue { Members: var queue } && queue["batch"] is PlanValue.ObjectValue { Members: var batch }
            && batch["sizer"] is null or PlanValue.TextValue { Value: "items" } && batch["max_size"] is PlanValue.NumberValue { Value: > 0 and var told }
            ? told
            : double.PositiveInfinity;

    private IEnumerable<PlanValue.ObjectValue> Exporters(string pipeline) => Release.Items($"{At}.service.pipelines.{pipeline}.exporters")
        .Select(item => Release.Text(item) is { } name ? Release.At($"{At}.exporters.{name}") : null)
        .OfType<PlanValue.ObjectValue>();

    /// <summary>The cluster that it runs in; null where the plan does not tell of exactly one.</summary>
    public PlannedResource? Cluster(PlanIndex plan)
    {
        var clusters = Release.Provider is { } urn && plan[urn] is { } provider
            ? plan.Sources(provider, "kubeconfig", Types.EksCluster).Concat(plan.Sources(provider, "kubeconfig", Types.GkeCluster)).ToArray()
            : [];
        return clusters is [var one] ? one : null;
    }

    private static IEnumerable<string> HostsOf(PlanValue.ObjectValue exporter) => exporter.Members
        .Where(setting => setting.Key.EndsWith("endpoint", StringComparison.Ordinal))
        .Select(setting => setting.Value)
        .OfType<PlanValue.TextValue>()
        .Select(url => HostOf(url.Value));

    private static string HostOf(string url)
    {
        var rest = url.IndexOf(Scheme, StringComparison.Ordinal) is >= 0 and var at ? url[(at + Scheme.Length)..] : url;
        return rest.Split('/', ':')[0];
    }
}
