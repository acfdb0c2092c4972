using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A data centre, which the program makes nothing in: links lead to its devices.</summary>
public sealed record OnPremisesSite : SiteSettings
{
    [Description("The private ranges that it announces to the hub, as few as can be: 100 is the most that every path takes.")]
    [MinLength(1), MaxLength(100)]
    public required ImmutableArray<Cidr> Ranges { get; init; }

    [Description("The public addresses of its two VPN devices.")]
    [MinLength(2), MaxLength(2)]
    public required ImmutableArray<PublicAddress> Devices { get; init; }

    [Description("Its AS number, unlike that of every hub and router.")]
    public required Asn Asn { get; init; }

    internal override ISlot? Place => null;

    internal override IReadOnlyList<NamedRange> RangesIn(AddressSettings plan) =>
        [.. Ranges.Select((range, index) => new NamedRange($"ranges[{index}]", range, Place: null))];
}
