using System.Collections.Immutable;

namespace CrossCloudMesh.Links;

/// <summary>A metropolitan area of a dedicated interconnect: two connections, and the router in which they end.</summary>
public sealed record InterconnectMetro
{
    /// <summary>The region of AWS that the location belongs to, where its ports are ordered: <c>us-east-1</c>.</summary>
    public required string AwsRegion { get; init; }

    /// <summary>The region of Google Cloud with the router: <c>us-east4</c>.</summary>
    public required string GoogleRegion { get; init; }

    /// <summary>One in each edge availability domain.</summary>
    public required ImmutableArray<InterconnectPort> Connections { get; init; }
}

/// <summary>One cable between the two clouds.</summary>
public sealed record InterconnectPort
{
    /// <summary>Google's name for the other end, of <see cref="Facts.InterconnectLocations"/>: <c>aws-csva1</c>.</summary>
    public required string Location { get; init; }

    /// <summary>The edge availability domain of Google's end, 1 or 2.</summary>
    public required int Domain { get; init; }

    /// <summary>2 to 4094, the same on both ends.</summary>
    public required int Vlan { get; init; }

    /// <summary>Counts how often the key of its BGP session was changed.</summary>
    public required int KeyGeneration { get; init; }

    /// <summary>
    /// Whether both clouds say that the cable is there: days to weeks after the order. Until then nothing can be made on it, AWS refuses.
    /// </summary>
    public required bool Delivered { get; init; }

    /// <summary>How frames on the cable are encrypted; null where they are not.</summary>
    public MacsecPort? Macsec { get; init; }
}

/// <summary>The encryption of a cable by MACsec.</summary>
/// <remarks>
/// Google draws the keys and shows them to <c>gcloud compute interconnects macsec get-config</c> alone, no provider reads them; AWS takes
/// any key that it is told. So no single deployment sets both ends: the first orders, the operator carries the keys over, the next turns
/// encryption on. On AWS the LAG is the operator's too: Pulumi.Aws 7.48.0 can neither order one with MACsec nor keep its keys.
/// Sources: https://cloud.google.com/compute/docs/reference/rest/v1/interconnects/getMacsecConfig,
/// https://docs.aws.amazon.com/directconnect/latest/UserGuide/associate-key-lag.html,
/// https://github.com/hashicorp/terraform-provider-aws/issues/47663, read 2026-11-21.
/// </remarks>
public sealed record MacsecPort
{
    /// <summary>The LAG that was ordered from AWS with MACsec: <c>dxlag-fgnsp5rq</c>; null as long as there is none.</summary>
    public required string? LagId { get; init; }

    /// <summary>The keys that Google draws, oldest first, 1 to 3.</summary>
    public required ImmutableArray<MacsecKey> Keys { get; init; }

    /// <summary>Whether AWS was told the keys. From then on what is not encrypted is dropped.</summary>
    public required bool Enabled { get; init; }
}

/// <summary>A key of MACsec, which Google draws.</summary>
/// <param name="Name">Letters, digits and hyphens: <c>key-1</c>.</param>
/// <param name="StartsAt">From when on it is used; null where there is no other.</param>
public sealed record MacsecKey(string Name, DateTimeOffset? StartsAt);
