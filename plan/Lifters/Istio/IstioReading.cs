using System.Collections.Immutable;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What was read from Istio's objects.</summary>
/// <param name="Form">What they do together; null where one of them was refused.</param>
/// <param name="Faults">What was not understood, in the order of the objects: at most one for each, each with its path.</param>
public sealed record IstioReading(MeshForm? Form, ImmutableArray<Fault> Faults);
