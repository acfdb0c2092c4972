using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>The ranges that nobody owns on the internet. Source: RFC 1918 and RFC 6598.</summary>
public static class PrivateRanges
{
    /// <summary>The range that RFC 6598 keeps for carriers: private too, but not accepted everywhere.</summary>
    public static Cidr Carrier { get; } = Cidr.Parse("100.64.0.0/10")!.Value;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Cidr> All { get; } =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" }.Select(text => Cidr.Parse(text)!.Value), Carrier];

    /// <summary>Whether a range is private as a whole.</summary>
    public static bool Contain(Cidr range)
    {
        foreach (var space in All)
        {
            if (space.Contains(range))
            {
                return true;
            }
        }

        return false;
    }
}
