namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What the lifter takes for true of App Mesh, and no object says.</summary>
/// <param name="About">What it is about, in a word or two.</param>
/// <param name="Says">What is taken for true, in one sentence.</param>
/// <param name="Untested">Why nobody can test it any more.</param>
/// <param name="Source">Where it was read; null where nothing says it, and it is a choice of ours.</param>
/// <param name="ReadOn">The day on which it was read, as <c>2026-11-21</c>; null with no source.</param>
public sealed record AppMeshAssumption(string About, string Says, string Untested, string? Source = null, string? ReadOn = null);
