namespace CrossCloudMesh.Plan.Manifests;

/// <summary>A file for machines outside all clusters, as the program wrote it.</summary>
/// <param name="Site">The site where the machines stand.</param>
/// <param name="Path">Where it stands below the folder of all, with slashes: <c>dc-frankfurt/archive.payments/envoy.yaml</c>.</param>
/// <param name="Resource">The bundle that it belongs to.</param>
/// <param name="Text">What it says.</param>
public sealed record BundleFile(string Site, string Path, PlannedResource Resource, string Text)
{
    private const string Bundle = "infra:mesh:EnvoyBundle";

    /// <summary>The files of every bundle of a plan, in ordinal order of their paths.</summary>
    public static Sequence<BundleFile> Of(PlanDocument plan) =>
    [
        .. plan.Resources
            .Where(resource => resource.Type == Bundle)
            .SelectMany(FilesOf)
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<BundleFile> FilesOf(PlannedResource bundle) =>
        bundle.Outputs["folder"] is PlanValue.TextValue { Value: var folder } && bundle.Outputs["files"] is PlanValue.ObjectValue files
            ? files.Members.Select(file => new BundleFile(folder[..folder.IndexOf('/', StringComparison.Ordinal)], $"{folder}/{file.Key}", bundle, ((PlanValue.TextValue)file.Value).Value))
            : [];
}
