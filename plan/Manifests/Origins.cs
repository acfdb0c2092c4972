using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Manifests;

/// <summary>Which resources answer with what stands in an input.</summary>
internal static class Origins
{
    /// <returns>Kinds and names, such as <c>PrivateKey trust-aws-east</c>, in ordinal order.</returns>
    public static Sequence<string> Of(PlannedResource resource, IReadOnlyList<string> inputs, Lineage lineage) =>
        Sequence.Sorted(inputs.SelectMany(input => resource.PropertyDependencies[input] ?? []).Select(urn => Told(urn, lineage)));

    private static string Told(string urn, Lineage lineage) =>
        lineage[urn] is { } origin ? $"{origin.Type[(origin.Type.LastIndexOf(':') + 1)..]} {origin.Name}" : urn;
}
