using System.Collections.Concurrent;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>A prefix, kept as bits.</summary>
internal readonly record struct Net(uint Bits, int Length)
{
    private static readonly ConcurrentDictionary<string, Net?> Known = new(StringComparer.Ordinal);

    public static Net? Of(string? text) => text is null ? null : Known.GetOrAdd(text, each =>
    {
        var parts = each.Split('.', '/');
        return parts is { Length: 5 } && Array.TrueForAll(parts, part => uint.TryParse(part, out _)) ? new(Ip(parts), int.Parse(parts[4])) : null;
    });

    /// <summary>An address; null where the plan does not know it.</summary>
    public static uint? Ip(string? text) => text is null ? null : Ip(text.Split('.'));

    public bool Has(uint ip) => Length == 0 || (ip ^ Bits) >> (32 - Length) == 0;

    /// <summary>The two ends, the middle, one somewhere, and those on both sides of every border of another prefix.</summary>
    public uint[] Samples(IEnumerable<Net> others, Random random)
    {
        var size = 1u << (32 - Length);
        var (whole, samples) = (this, new List<uint> { Bits, Bits + size - 1, Bits + (size / 2), Bits + (uint)random.NextInt64(size) });
        foreach (var other in others.Where(other => other.Length > whole.Length && whole.Has(other.Bits)))
        {
            var end = other.Bits + (1u << (32 - other.Length));
            samples.AddRange(new[] { other.Bits - 1, other.Bits, end - 1, end }.Where(Has));
        }

        return [.. samples.Distinct()];
    }

    private static uint Ip(string[] parts) => parts.Take(4).Aggregate(0u, (sum, part) => (sum << 8) | uint.Parse(part));
}
