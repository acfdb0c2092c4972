using CrossCloudMesh.Infra.Settings;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The settings' word for who reaches a cluster's API, in the components' words.</summary>
internal static class Access
{
    public static Clusters.ApiAccess Of(ApiSettings api) => api.Access switch
    {
        ApiAccess.Private => Clusters.ApiAccess.Private,
        ApiAccess.Allowlist => Clusters.ApiAccess.Allowlist,
        _ => throw new ArgumentOutOfRangeException(nameof(api), api.Access, message: null),
    };
}
