using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>How much the stack's owners take to be used in a month, so that the preview can say what it costs; a deployment only checks it.</summary>
public sealed record CostSettings
{
    [Description("What passes over a link in a month: for each of its two sites, the GB of 10^9 bytes that it sends. Left out: nothing is assumed.")]
    [Keys<EntryKey>, Range(0, 100_000_000)]
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, int>> Links { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, int>>(StringComparer.Ordinal);

    [Description("What a site with a cluster uses in a month beside its links.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, SiteUseSettings> Sites { get; init; } =
        ImmutableSortedDictionary.Create<string, SiteUseSettings>(StringComparer.Ordinal);
}

/// <summary>What one site uses in a month, in GB of 10^9 bytes.</summary>
public sealed record SiteUseSettings
{
    [Description("What passes through its NAT, both ways together. Left out: not assumed.")]
    [Range(0, 100_000_000)]
    public int? NatGb { get; init; }

    [Description("What passes through its interface endpoints, both ways together; only of a site on AWS. Left out: not assumed.")]
    [Range(0, 100_000_000)]
    public int? EndpointGb { get; init; }

    [Description("The logs that it writes. Left out: not assumed.")]
    [Range(0, 100_000_000)]
    public int? LogGb { get; init; }
}
