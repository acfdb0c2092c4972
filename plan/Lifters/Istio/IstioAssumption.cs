namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What the lifter takes for true of Istio, and no object says.</summary>
/// <param name="About">What it is about, in a word or two.</param>
/// <param name="Says">What is taken for true, in one sentence.</param>
/// <param name="Source">Where it was read; null where it is a choice of ours.</param>
/// <param name="ReadOn">The day on which it was read, as <c>2026-11-21</c>; null with no source.</param>
public sealed record IstioAssumption(string About, string Says, string? Source = null, string? ReadOn = null);
