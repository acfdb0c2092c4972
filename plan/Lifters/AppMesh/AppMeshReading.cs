using System.Collections.Immutable;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What was read from App Mesh's objects.</summary>
/// <param name="Form">What they do together; null where one of them was refused.</param>
/// <param name="Faults">What was not understood or cannot work, in the order of the objects, each with its path.</param>
public sealed record AppMeshReading(MeshForm? Form, ImmutableArray<Fault> Faults);
