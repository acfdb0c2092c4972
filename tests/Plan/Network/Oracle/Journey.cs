namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Where packets to an address get to, whichever of the ways that share the traffic each of them takes.</summary>
/// <param name="End">The VPC, network or data centre.</param>
/// <param name="Mbps">What the narrowest stretch carries.</param>
/// <param name="Taken">All ways that may be taken.</param>
internal sealed record Journey(string End, int Mbps, IReadOnlyList<Way> Taken)
{
    public static Journey Arrived(string end) => new(end, int.MaxValue, []);
}
