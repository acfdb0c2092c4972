using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Something that may fail, with all that fails along.</summary>
/// <param name="Name">What it is, for a reader: <c>connection east-link-0</c>.</param>
/// <param name="Redundancy">
/// What it is one part of. Two parts of the same are not independent: no link outlasts the loss of both of its connections, nor a region
/// that of all its zones.
/// </param>
/// <param name="Conduits">What goes with it.</param>
/// <param name="Zone">The zone that goes with it; null where none does.</param>
internal sealed record Failure(string Name, string Redundancy, IReadOnlyList<Conduit> Conduits, (Vpc Vpc, string Zone)? Zone)
{
    public bool IsIndependentOf(Failure other) => Redundancy != other.Redundancy;
}
