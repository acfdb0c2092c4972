using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What came of reading settings: either settings, or faults.</summary>
/// <param name="Settings">Null where there are faults.</param>
/// <param name="Faults">Everything that is wrong, in the order of the paths.</param>
public sealed record Settled(MeshSettings? Settings, IReadOnlyList<Fault> Faults);
