using System.Globalization;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>What two proofs of networks say otherwise of the same sites, property by property.</summary>
public static class NetworkChanges
{
    private static readonly (string Name, Func<PairVerdict, string> Of)[] Properties =
    [
        ("what stands for it", pair => pair.Urn),
        ("paths", pair => List(pair.Paths)),
        ("demanded Mbit/s", pair => Number(pair.DemandedMbps)),
        ("packets, bytes", pair => Number(pair.PacketBytes)),
        ("path MTU, bytes", pair => Number(pair.PathMtuBytes)),
        ("left after failures", pair => string.Join("; ", pair.Left.Select(left => $"{left.Failures}: {left.Mbps} Mbit/s, {string.Join(" and ", left.Weakest)}"))),
        ("way", pair => pair.Path),
        ("usual", pair => pair.Usual),
        ("failover", pair => string.Join("; ", pair.Failover.Select(row => $"{string.Join(" or ", row.Failures)}: {row.After}, {row.Mbps} Mbit/s, {row.Seconds} s {row.Why}"))),
        ("counterexample", pair => pair.Counterexample is { } found ? $"{found.Rule}: {string.Join(" and ", found.Failures)}: {found.Flow} {found.Fault}" : "none"),
    ];

    /// <summary>How many properties of a pair are compared.</summary>
    public static int PropertyCount => Properties.Length;

    /// <returns>A sentence each; none where both say the same.</returns>
    public static Sequence<string> Of(NetworkReport? before, NetworkReport? after)
    {
        var changes = new List<string>();
        var (then, now) = (ByPair(before), ByPair(after));
        foreach (var key in then.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!then.TryGetValue(key, out var old) || !now.TryGetValue(key, out var pair))
            {
                changes.Add($"{key}: is a pair only {(then.ContainsKey(key) ? "before" : "after")}");
                continue;
            }

            changes.AddRange(Properties.Where(property => property.Of(old) != property.Of(pair)).Select(property => $"{key}: {property.Name}: {property.Of(old)}, then {property.Of(pair)}"));
        }

        return [.. changes];
    }

    private static Dictionary<string, PairVerdict> ByPair(NetworkReport? report) =>
        report?.Pairs.ToDictionary(pair => $"{pair.From} and {pair.To}", StringComparer.Ordinal) ?? new(StringComparer.Ordinal);

    private static string List(Sequence<PathFacts> paths) => string.Join("; ", paths.Select(path => $"{path.Up} of {path.Made} {path.Kind}, {path.MtuBytes} bytes"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
