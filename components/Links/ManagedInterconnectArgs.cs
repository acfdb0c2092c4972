using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="ManagedInterconnect"/> needs.</summary>
public sealed record ManagedInterconnectArgs
{
    /// <summary>The name that the consoles show: <c>prod-us</c>, of letters, digits and hyphens.</summary>
    public required string PhysicalName { get; init; }

    public required AwsLinkEnd Aws { get; init; }

    public required GoogleLinkEnd Google { get; init; }

    /// <summary>In Mbit/s, one of <see cref="Facts.InterconnectPairs.Bandwidths"/>.</summary>
    public required int BandwidthMbps { get; init; }

    /// <summary>The Direct Connect gateway's own private ASN; it cannot be changed later without making the gateway anew.</summary>
    public required int GatewayAsn { get; init; }

    /// <summary>What the network on Google Cloud carries, in bytes.</summary>
    public required int NetworkMtuBytes { get; init; }

    /// <summary>What everything bears: the provider's default tags do not reach what Cloud Control makes.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }

    /// <summary>Whether the engine refuses to delete gateway, transport and connection.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check() => new[]
    {
        InterconnectRules.Regions("google.region", Aws.Region, Google.Region),
        InterconnectRules.Bandwidth("bandwidthMbps", BandwidthMbps),
        InterconnectRules.GatewayNumber("gatewayAsn", GatewayAsn, Aws.Asn),
        InterconnectRules.AwsRanges("aws.ranges", Aws.Ranges),
        InterconnectRules.GoogleRanges("google.ranges", Google.Ranges),
    }.OfType<Fault>();
}
