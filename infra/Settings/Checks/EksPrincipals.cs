using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>EKS has one access entry for each principal, so none may be both an administrator and something else.</summary>
internal static class EksPrincipals
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites
        .Where(site => site.Value is AwsSite)
        .SelectMany(site => Check($"sites.{site.Key}.cluster", ((AwsSite)site.Value).Cluster, settings));

    private static IEnumerable<Fault> Check(string path, EksSettings cluster, MeshSettings settings)
    {
        var administrators = cluster.Administrators is null ? "cloud.operators.aws" : $"{path}.administrators";
        var seen = (cluster.Administrators ?? settings.Cloud.Operators.Aws).ToDictionary(principal => principal, _ => administrators);
        foreach (var (key, access) in cluster.Access)
        {
            if (!seen.TryAdd(access.Principal, $"{path}.access.{key}"))
            {
                yield return new Fault(
                    $"{path}.access.{key}.principal",
                    $"must stand once, since EKS has one entry for each, and {seen[access.Principal]} names it too",
                    access.Principal.ToString(),
                    "keep one");
            }

            if (access is { Policy: EksAccessPolicy.ClusterAdmin, Namespaces: not null })
            {
                yield return new Fault($"{path}.access.{key}.namespaces", "cannot bound clusterAdmin, which is for the whole cluster", Cure: "use admin, or remove them");
            }
        }
    }
}
