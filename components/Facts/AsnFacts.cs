using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Which AS numbers somebody's network may bear.</summary>
public static class AsnFacts
{
    private static readonly Source Registry = new("https://www.iana.org/assignments/iana-as-numbers-special-registry", new(2026, 11, 21))
    {
        NotRead = "the registry itself: the numbers are those of the RFCs that it lists",
    };

    /// <summary>Numbers up to 2147483647 that no network bears, neither a public one nor, by RFC 6996, a private one.</summary>
    public static ImmutableArray<ReservedAsns> Reserved { get; } =
    [
        new(0, 0, "RFC 7607 keeps it", Registry),
        new(23456, 23456, "RFC 6793 keeps it for the change to 32 bits", Registry),
        new(64496, 64511, "RFC 5398 keeps it for documentation", Registry),
        new(65535, 65551, "RFC 7300 and RFC 5398 keep it", Registry),
        new(65552, 131071, "IANA keeps it for itself", Registry),
    ];

    /// <summary>The row that holds a number; null where a network may bear it.</summary>
    public static ReservedAsns? Reserve(int asn) => Reserved.FirstOrDefault(row => row.First <= asn && asn <= row.Last);
}

/// <summary>AS numbers that are nobody's.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
/// <param name="Why">Who keeps it, and for what.</param>
/// <param name="Source">Where this was read.</param>
public sealed record ReservedAsns(int First, int Last, string Why, Source Source);
