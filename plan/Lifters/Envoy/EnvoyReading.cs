using System.Collections.Immutable;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>What was read from the files of a mesh.</summary>
/// <param name="Form">What they do together; null where one of them was refused.</param>
/// <param name="Faults">What was not understood, in the order of the files: at most one for each, each with its path; then what the files say
/// against one another.</param>
public sealed record EnvoyReading(MeshForm? Form, ImmutableArray<Fault> Faults);
