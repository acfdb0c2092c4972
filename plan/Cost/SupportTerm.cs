using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Whether a Kubernetes version is billed as one in extended support.</summary>
internal static class SupportTerm
{
    /// <param name="service">Who offers it.</param>
    /// <param name="version">As the cluster asks for it, a patch version after the minor one left out.</param>
    /// <returns>What was so when the support table was read; null where it does not have the version.</returns>
    public static bool? IsExtended(KubernetesService service, string? version) =>
        KubernetesSupport.Find(service, version) is { } release ? !release.IsSupportedOn(KubernetesSupport.ReadOn, isExtended: false) : null;
}
