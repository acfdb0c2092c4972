using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Networks;

/// <summary>One thing that may come into a Google network, and why.</summary>
public sealed record FirewallAllowance
{
    /// <summary>From which addresses; empty where <see cref="SourceTags"/> say it. Never everywhere.</summary>
    public ImmutableArray<Cidr> SourceRanges { get; init; } = [];

    /// <summary>From instances of the network that carry one of these tags; empty where <see cref="SourceRanges"/> say it.</summary>
    public ImmutableArray<NetworkTag> SourceTags { get; init; } = [];

    /// <summary><c>tcp</c>, <c>udp</c>, <c>sctp</c>, <c>icmp</c> or <c>esp</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>Destination ports; empty for all, and for protocols without ports.</summary>
    public ImmutableArray<PortRange> Ports { get; init; } = [];

    /// <summary>Its place, 0 to <see cref="GcpFirewall.LastPriority"/>: lower numbers are asked first.</summary>
    public required int Priority { get; init; }

    /// <summary>Why it is needed, as the console shows it.</summary>
    public required string Why { get; init; }

    /// <summary>Everything that is wrong with it, by itself.</summary>
    /// <param name="path">Where it stands.</param>
    public IEnumerable<Fault> Check(string path)
    {
        if (SourceRanges.IsEmpty == SourceTags.IsEmpty)
        {
            yield return new(
                path,
                "must say where it admits from, by sourceRanges or by sourceTags",
                SourceTags.IsEmpty ? "neither" : "both",
                "give one of the two");
        }

        foreach (var range in SourceRanges.Where(range => range.PrefixLength == 0))
        {
            yield return new($"{path}.sourceRanges", "must not be every address", range.ToString(), "name the ranges that need to come in");
        }

        if (!Ports.IsEmpty && Protocol is not ("tcp" or "udp" or "sctp"))
        {
            yield return new($"{path}.ports", $"must be left out with {Protocol}, which has no ports", string.Join(", ", Ports));
        }

        if (Priority is < 0 or > GcpFirewall.LastPriority)
        {
            yield return new($"{path}.priority", $"must be 0 to {GcpFirewall.LastPriority}", Priority.ToString());
        }
    }
}
