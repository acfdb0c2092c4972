using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>A tunnel, and the key by which its two ends know one another.</summary>
/// <param name="Tunnel">What both ends agree on.</param>
/// <param name="Key">The key, a secret.</param>
internal sealed record KeyedTunnel(LinkTunnel Tunnel, Output<string> Key);
