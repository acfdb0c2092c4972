using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>That two sites must reach one another, and how well.</summary>
/// <param name="Aws">The VPC of the one.</param>
/// <param name="Google">The network of the other.</param>
/// <param name="Mbps">What must pass each way whatever fails, in Mbit/s; 0 where nobody said.</param>
/// <param name="PacketBytes">The largest packet that the sites may send, in bytes; 0 where nobody said.</param>
internal sealed record Demand(Vpc Aws, GoogleNetwork Google, int Mbps, int PacketBytes);
