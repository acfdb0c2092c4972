using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A service that somebody names.</summary>
public static class NamedService
{
    /// <summary>The service, or why there is none.</summary>
    /// <param name="policy">The policy of the mesh; null where there is no mesh.</param>
    /// <param name="asked">Its name, with its namespace before it where others have the same: <c>payment</c>, <c>payments/payment</c>.</param>
    public static (ServicePolicy? Service, Fault? Fault) Of(MeshPolicy? policy, string asked)
    {
        ServicePolicy[] named = [.. policy?.Services.Where(service => $"{service.Name}" == asked || $"{service.Name.Name}" == asked) ?? []];
        return named switch
        {
            [var only] => (only, null),
            [] when policy is null || policy.Services.IsEmpty => (null, new Fault(asked, "must be a service, and this stack has none", Cure: "name them under services")),
            [] => (null, new Fault(asked, "must be a service of this stack", Cure: Wrong.MeantOrKnown(asked, [.. policy.Services.Select(service => $"{service.Name.Name}").Distinct(StringComparer.Ordinal)]))),
            _ => (null, new Fault(asked, "must be one service", Cure: "name one of " + string.Join(", ", named.Select(service => service.Name)))),
        };
    }
}
