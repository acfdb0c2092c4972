using CrossCloudMesh.Mesh.Policy;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>The virtual nodes of a service: one for each version that any step knows, or one for all pods alike.</summary>
/// <param name="Version">The label <c>version</c> of its pods; null for every pod of the service.</param>
/// <param name="Name">Its name in its namespace.</param>
/// <param name="Namespace">That of the service.</param>
internal sealed record NodeName(string? Version, string Name, string Namespace)
{
    /// <summary>What IAM names it by, under the mesh; the controller puts the namespace behind the name.</summary>
    public string Resource => $"virtualNode/{Name}_{Namespace}";

    /// <summary>Its service in Cloud Map. The namespace is a label of its own, so that no two nodes have one name.</summary>
    public string Found => $"{Name}.{Namespace}";

    public static IEnumerable<NodeName> Of(ServicePolicy service) => service.Canary is { } canary
        ? canary.Versions.Select(version => Of(service, version))
        : [Of(service, null)];

    /// <param name="service">The service.</param>
    /// <param name="version">One of its versions, or null for every pod.</param>
    public static NodeName Of(ServicePolicy service, string? version) =>
        new(version, version is null ? $"{service.Name.Name}" : $"{service.Name.Name}-{version}", $"{service.Name.Namespace}");
}
