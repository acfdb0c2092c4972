using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Which minor versions of Kubernetes each line of Istio supports.</summary>
public static class IstioSupport
{
    /// <summary>Where the table is from.</summary>
    public static Source Source { get; } = new("https://istio.io/latest/docs/releases/supported-releases/", new(2026, 11, 20))
    {
        NotRead = "1.32, of which no release was found",
    };

    /// <summary>The lines that were in support, the oldest first.</summary>
    public static ImmutableArray<IstioLine> Lines { get; } =
    [
        new("1.29", 31, 35, new(2026, 2, 16)),
        new("1.30", 32, 36, new(2026, 5, 18)),
        new("1.31", 32, 36, new(2026, 8, 31)),
    ];

    /// <summary>The line of a version such as <c>1.31.1</c>; null where it is none that is known.</summary>
    public static IstioLine? Find(PatchVersion version) =>
        Lines.FirstOrDefault(line => version.ToString().StartsWith($"{line.Name}.", StringComparison.Ordinal));
}

/// <summary>A line of Istio.</summary>
/// <param name="Name">Its first two numbers.</param>
/// <param name="OldestMinor">The oldest minor version of Kubernetes that it supports: the number after <c>1.</c>.</param>
/// <param name="NewestMinor">The newest one.</param>
/// <param name="ReleasedOn">The day of its first release.</param>
public sealed record IstioLine(string Name, int OldestMinor, int NewestMinor, DateOnly ReleasedOn)
{
    /// <summary>The versions of Kubernetes that it supports, as text: <c>1.32 to 1.36</c>.</summary>
    public string Supported => $"1.{OldestMinor} to 1.{NewestMinor}";

    public bool Supports(KubernetesVersion version) => version.Minor >= OldestMinor && version.Minor <= NewestMinor;
}
