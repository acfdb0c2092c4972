namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>That two sites must reach one another, and how well.</summary>
/// <param name="One">The one; the VPC where the other is none.</param>
/// <param name="Other">The other.</param>
/// <param name="Mbps">What must pass each way whatever fails, in Mbit/s; 0 where nobody said.</param>
/// <param name="PacketBytes">The largest packet that the sites may send, in bytes; 0 where nobody said.</param>
internal sealed record Demand(Place One, Place Other, int Mbps, int PacketBytes)
{
    /// <summary>The kind of link that is to carry the traffic; null where nobody said.</summary>
    public string? Primary { get; init; }

    /// <summary>The kind that is to carry it when that is gone; null where there is none.</summary>
    public string? Backup { get; init; }

    /// <summary>Whether the plan makes anything of an interconnect for it, however little.</summary>
    public bool HasLine { get; init; }

    /// <summary>What the pair must let through, both ways.</summary>
    public IReadOnlyList<PortClass> Ports { get; init; } = PortClass.All;

    /// <summary>What either is called at beside those.</summary>
    public IReadOnlyList<GatewayCall> Calls { get; init; } = [];

    /// <summary>The hubs at which the two meet what joins them.</summary>
    public IEnumerable<Model.Hub> Hubs => One.Hubs.Concat(Other.Hubs).Distinct();
}
