namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What is left between two sites.</summary>
/// <param name="ThereMbps">What passes from the one to the other, in Mbit/s.</param>
/// <param name="BackMbps">What passes back.</param>
/// <param name="Wrong">Why another path is taken than the one that is meant; null where it is that one.</param>
/// <param name="Stop">The first flow that does not get through; null where all do.</param>
internal sealed record PairState(int ThereMbps, int BackMbps, string? Wrong, Stop? Stop)
{
    /// <summary>The packets by which rates are reckoned where nobody said how large they are: the largest that fit.</summary>
    public const int AssumedPacketBytes = 1406;

    public int Mbps => Math.Min(ThereMbps, BackMbps);

    public static PairState Cut(Stop stop) => new(0, 0, null, stop);
}

/// <summary>A flow that does not get through.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Fault">Why.</param>
internal sealed record Stop(Flow Flow, string Fault);

/// <summary>What the conduits of a link are for.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>To carry the traffic.</summary>
    Primary = 1,

    /// <summary>To carry it when the primary is gone, or for nothing that anybody said.</summary>
    Backup = 2,
}
