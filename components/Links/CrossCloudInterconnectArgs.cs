using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="CrossCloudInterconnect"/> needs.</summary>
public sealed record CrossCloudInterconnectArgs
{
    /// <summary>The link's key, which its keys are drawn from: <c>us</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the consoles show, and the first part of every other: <c>prod-us</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AwsLinkEnd Aws { get; init; }

    public required GoogleLinkEnd Google { get; init; }

    /// <summary>What is promised, and so how many connections there are.</summary>
    public required InterconnectTopology Topology { get; init; }

    /// <summary>Where the connections are. Their order numbers the connections, and is never changed.</summary>
    public required ImmutableArray<InterconnectMetro> Metros { get; init; }

    /// <summary>Of each connection, in Gbit/s: 10, 100 or 400.</summary>
    public required int SpeedGbps { get; init; }

    /// <summary>The range that the ends of the sessions are cut from, /27 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr Inside { get; init; }

    /// <summary>The Direct Connect gateway's own private ASN; it cannot be changed later without making the gateway anew.</summary>
    public required int GatewayAsn { get; init; }

    /// <summary>The secret that the keys of all sessions are drawn from, of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</summary>
    public required Output<string> Secret { get; init; }

    /// <summary>What the network on Google Cloud carries, in bytes.</summary>
    public required int NetworkMtuBytes { get; init; }

    /// <summary>Whether the engine refuses to give ports back, and to delete gateways and routers.</summary>
    public required bool Protect { get; init; }

    /// <summary>What only encrypted traffic needs; null where traffic is not encrypted on the way.</summary>
    internal EncryptedRanges? Encrypted { get; init; }

    /// <summary>All connections, in the order of their numbers.</summary>
    internal ImmutableArray<InterconnectConnection> Connections =>
        [.. Metros.SelectMany(metro => metro.Connections.Select(port => (metro, port))).Select((pair, number) => new InterconnectConnection(number, pair.metro, pair.port))];

    internal IEnumerable<Fault> Check() =>
    [
        .. DedicatedChecks.Layout("metros", Topology, Metros),
        .. DedicatedChecks.Speed("speedGbps", SpeedGbps),
        .. DedicatedChecks.Numbers("gatewayAsn", GatewayAsn, Aws.Asn, Google.Asn),
        .. DedicatedChecks.Prefixes("aws.ranges", Aws.Ranges, "google.ranges", Google.Ranges),
        .. DedicatedChecks.Inside("inside", Inside),
    ];
}

/// <summary>A connection, with its number in the link and the metropolitan area that it is in.</summary>
internal sealed record InterconnectConnection(int Number, InterconnectMetro Metro, InterconnectPort Port);

/// <summary>What an interconnect needs that carries encrypted traffic alone.</summary>
/// <param name="HubRange">The hub's own range, from which the outer addresses of its tunnels come.</param>
/// <param name="GatewayRange">The range that those of Google's gateways are cut from, a /29 for each connection.</param>
/// <param name="Reserved">Google's record of each connection's part of it.</param>
internal sealed record EncryptedRanges(Cidr HubRange, Cidr GatewayRange, ImmutableArray<Output<string>> Reserved)
{
    /// <summary>How many leading bits of a connection's part are fixed: Google's shortest is a /29.</summary>
    internal const int GatewayLength = 29;

    internal Cidr RangeOf(int connection) => GatewayRange.Part(GatewayLength, connection);
}
