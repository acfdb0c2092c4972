namespace CrossCloudMesh.Plan.Manifests;

/// <summary>One file: an object of a cluster, or a Helm release with its values.</summary>
/// <param name="Site">The site whose cluster it belongs to.</param>
/// <param name="Path">Where it stands below the folder of all, with slashes: <c>aws-east/istio-system/Secret-cacerts.yaml</c>.</param>
/// <param name="Resource">What the plan says of it.</param>
/// <param name="Members">What the file says, in the order in which it says it.</param>
public sealed record Manifest(string Site, string Path, PlannedResource Resource, Sequence<ManifestMember> Members)
{
    /// <summary>The file holds a Helm release, which is no object of Kubernetes.</summary>
    public bool IsRelease => ReleaseManifest.IsOne(Resource);
}

/// <summary>One member of a file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">As planned: a secret is known only by its reference.</param>
/// <param name="From">Which resources answer with what stands in it, each as its kind and its name, in ordinal order.</param>
public sealed record ManifestMember(string Name, PlanValue Value, Sequence<string> From);
