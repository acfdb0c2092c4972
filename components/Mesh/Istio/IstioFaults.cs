using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>What Istio cannot do of a policy.</summary>
public static class IstioFaults
{
    /// <summary>What is wrong with one service's policy for Istio.</summary>
    public static IEnumerable<Fault> Of(ServicePolicy service) =>
    [
        .. PolicyFaults.Beyond(service, PolicyTargets.Istio),
        .. OfRetries(service),
        .. OfVersions(service),
        .. OfNamespace(service),
    ];

    private static IEnumerable<Fault> OfRetries(ServicePolicy service)
    {
        if (service.Retries is { On.IsEmpty: true })
        {
            yield return new($"{service.Name}", "Istio cannot retry after nothing, and would choose events itself", "retries on no event", "name one, or leave retries out");
        }
    }

    private static IEnumerable<Fault> OfVersions(ServicePolicy service) =>
        from version in service.Canary?.Versions ?? []
        where KubernetesNamespace.Parse(version) is null
        select new Fault($"{service.Name}", "Istio cannot name a version so: 1 to 63 lower-case letters, digits and inner hyphens", version, "give its pods another label");

    private static IEnumerable<Fault> OfNamespace(ServicePolicy service)
    {
        if (ServiceFacts.TakenNamespaces.Contains($"{service.Name.Namespace}"))
        {
            yield return new($"{service.Name}", "must be in a namespace for services, which the mesh makes", $"{service.Name.Namespace}", "choose another namespace");
        }
    }
}
