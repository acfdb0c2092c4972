using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>One thing that may come into a Google network.</summary>
public sealed record AllowanceSettings
{
    [Description("From which addresses; never from everywhere. Either these or sourceTags.")]
    [MinLength(1), MaxLength(256)]
    public ImmutableArray<Cidr> SourceRanges { get; init; } = [];

    [Description("From instances of the network that carry one of these network tags. Either these or sourceRanges.")]
    [MinLength(1), MaxLength(30)]
    public ImmutableArray<NetworkTag> SourceTags { get; init; } = [];

    [Description("The protocol.")]
    public required FirewallProtocol Protocol { get; init; }

    [Description("Destination ports and ranges of ports, in quotes. Left out: all of them, or a protocol without ports.")]
    [MinLength(1)]
    public ImmutableArray<PortRange> Ports { get; init; } = [];

    [Description("The rule's place: lower numbers are asked first.")]
    [Range(0, 65532)]
    public required int Priority { get; init; }

    [Description("Why it is needed, in a sentence.")]
    public required PlainText Why { get; init; }
}

/// <summary>A protocol that Google's firewall knows by name.</summary>
public enum FirewallProtocol
{
    Tcp,
    Udp,
    Sctp,
    Icmp,
    Esp,
}
