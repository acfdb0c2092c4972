using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Observability;

/// <summary>Whether a build of the collector has what a configuration names, by the name that it has now.</summary>
public static class CollectorFaults
{
    private static readonly string[] Kinds = ["exporters", "extensions", "processors", "receivers"];

    /// <summary>What it has not, each a fault; none where it starts.</summary>
    /// <param name="distribution">The build.</param>
    /// <param name="config">The configuration, as values of the chart.</param>
    public static IEnumerable<Fault> Of(CollectorDistribution distribution, IReadOnlyDictionary<string, object> config) =>
        from kind in Kinds
        where config.ContainsKey(kind)
        from name in ((IReadOnlyDictionary<string, object>)config[kind]).Keys.Order(StringComparer.Ordinal)
        let component = $"{kind}/{name.Split('/')[0]}"
        where !distribution.Components.Contains(component)
        select CollectorFacts.Renamed.TryGetValue(component, out var now)
            ? new Fault($"{kind}.{name}", "has another name now, and the old one goes", name.Split('/')[0], $"call it {now}")
            : new Fault($"{kind}.{name}", $"must be in the collector's distribution, and {distribution.Name} has no such component", name.Split('/')[0], "take another distribution");
}
