using System.Diagnostics.CodeAnalysis;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Identities of the mesh, and whose they are.</summary>
internal static class Identities
{
    private const string Scheme = "spiffe://";

    /// <summary>Whether a text is one.</summary>
    public static bool IsOne([NotNullWhen(true)] string? text) => text?.StartsWith(Scheme, StringComparison.Ordinal) ?? false;

    /// <summary>The host of the service whose account it names; null where it names none.</summary>
    public static string? HostOf(string? identity) =>
        IsOne(identity) && identity[Scheme.Length..].Split('/') is [_, "ns", { Length: > 0 } place, "sa", { Length: > 0 } account]
            ? $"{account}.{place}.svc.{ServiceName.ClusterDomain}"
            : null;
}
