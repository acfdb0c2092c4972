using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The machine that deploys must be able to reach each cluster's API, or the first deployment stops half-way.</summary>
internal static class ApiReach
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var cloud = settings.Cloud;
        foreach (var (key, site) in settings.Sites)
        {
            var path = $"sites.{key}.cluster.api.access";
            var access = site switch
            {
                AwsSite aws => aws.Cluster.Api.Access,
                GcpSite gcp => gcp.Cluster.Api.Access,
                _ => (ApiAccess?)null,
            };
            if (access == ApiAccess.Private && cloud.DeployFrom != DeployFrom.Network)
            {
                var from = cloud.DeployFrom == DeployFrom.Laptop ? "laptop" : "ci";
                yield return new Fault(path, $"cannot be private while cloud.deployFrom is {from}, which is outside the site's networks",
                    Cure: "set it to allowlist, or deploy from a machine inside the networks and set cloud.deployFrom to network");
            }
            else if (access == ApiAccess.Allowlist && cloud.OperatorCidrs.IsEmpty)
            {
                yield return new Fault(
                    path,
                    "is allowlist, but cloud.operatorCidrs names no address",
                    Cure: "add the public ranges that may reach the API");
            }
        }
    }
}
