using System.Collections.Concurrent;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>A prefix, kept as bits.</summary>
internal readonly record struct Net(uint Bits, int Length)
{
    private static readonly ConcurrentDictionary<string, Net?> Known = new(StringComparer.Ordinal);

    public static Net? Of(string? text) => text is null ? null : Known.GetOrAdd(text, each =>
    {
        var parts = each.Split('.', '/');
        return parts is { Length: 5 } ? new(Ip(parts), int.Parse(parts[4])) : null;
    });

    public static uint Ip(string text) => Ip(text.Split('.'));

    public bool Has(uint ip) => Length == 0 || (ip ^ Bits) >> (32 - Length) == 0;

    /// <summary>The two ends, the middle, and one somewhere, so that no part of half its size or more goes untried.</summary>
    public IEnumerable<uint> Samples(Random random)
    {
        var size = 1u << (32 - Length);
        return [Bits, Bits + size - 1, Bits + (size / 2), Bits + (uint)random.NextInt64(size)];
    }

    private static uint Ip(string[] parts) => parts.Take(4).Aggregate(0u, (sum, part) => (sum << 8) | uint.Parse(part));
}
