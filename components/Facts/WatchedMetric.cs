using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>A metric that alarms and dashboards look at, as its maker documents it.</summary>
/// <param name="Namespace">Of CloudWatch: <c>AWS/VPN</c>; of Google Cloud the service: <c>vpn.googleapis.com</c>; of the mesh <c>otlp</c>.</param>
/// <param name="Name"><c>TunnelState</c>, <c>tunnel_established</c>.</param>
/// <param name="Unit">What it counts: <c>1</c>, <c>packets</c>, <c>ms</c>.</param>
/// <param name="Dimensions">The sets of dimensions under which it is there: labels for Google and for the mesh.</param>
/// <param name="Source">Where this was read.</param>
public sealed record WatchedMetric(string Namespace, string Name, string Unit, ImmutableArray<ImmutableSortedSet<string>> Dimensions, Source Source)
{
    /// <summary>Whether it is there under exactly these dimensions.</summary>
    public bool Has(IEnumerable<string> dimensions) => Dimensions.Any(set => set.SetEquals(dimensions));

    internal static WatchedMetric Row(string space, string name, string unit, Source source, params ReadOnlySpan<string> dimensions)
    {
        var sets = ImmutableArray.CreateBuilder<ImmutableSortedSet<string>>();
        foreach (var set in dimensions)
        {
            sets.Add(set.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableSortedSet(StringComparer.Ordinal));
        }

        return new(space, name, unit, sets.ToImmutable(), source);
    }
}
