using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What reaches a cluster's API inside the networks has a private address there.</summary>
internal static class ApiRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not AwsSite { Cluster.Api.From: var from })
            {
                continue;
            }

            for (var index = 0; index < from.Length; index++)
            {
                if (!PrivateRanges.Contain(from[index]))
                {
                    yield return new Fault(
                        $"sites.{key}.cluster.api.from[{index}]",
                        "must be a private range",
                        from[index].ToString(),
                        "name the addresses that machines have inside the networks; public ones belong in cloud.operatorCidrs");
                }
            }
        }
    }
}
