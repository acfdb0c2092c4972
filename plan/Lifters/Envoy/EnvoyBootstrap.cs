using System.Text.Json.Nodes;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>The file that one machine's Envoy starts with.</summary>
/// <param name="Name">How it is told of: <c>payment/envoy.yaml</c>.</param>
/// <param name="Root">A bootstrap of the v3 API, with all its resources in it.</param>
/// <param name="Identity">What the machine's certificate bears, as a <c>spiffe://</c> identity; null where the name of its secret says it, or
/// where nobody knows.</param>
public sealed record EnvoyBootstrap(string Name, JsonNode Root, string? Identity = null);
