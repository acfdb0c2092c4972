namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What is left between two sites.</summary>
/// <param name="ToGoogleMbps">What the tunnels taken from AWS carry, in Mbit/s.</param>
/// <param name="ToAwsMbps">What those taken from Google carry.</param>
/// <param name="Stop">The first flow that does not get through; null where all do.</param>
internal sealed record PairState(int ToGoogleMbps, int ToAwsMbps, Stop? Stop)
{
    /// <summary>The packets by which rates are reckoned where nobody said how large they are: the largest that fit.</summary>
    public const int AssumedPacketBytes = 1406;

    public int Mbps => Math.Min(ToGoogleMbps, ToAwsMbps);

    public static PairState Cut(Stop stop) => new(0, 0, stop);
}

/// <summary>A flow that does not get through.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Fault">Why.</param>
internal sealed record Stop(Flow Flow, string Fault);
