using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What runs in an EKS cluster can be had there, goes with its Kubernetes, and does not undo what another does.</summary>
internal static class Controllers
{
    /// <summary>The pods of Karpenter keep away from each other, and run on no node that it brought.</summary>
    private const int NodesForKarpenter = 2;

    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites.SelectMany(site => site.Value is AwsSite aws
        ? Mirror($"sites.{site.Key}.cluster.controllers.mirror", aws)
            .Concat(Autoscaler($"sites.{site.Key}.cluster", aws.Cluster))
            .Concat(aws.Cluster.Compute is EksKarpenterCompute karpenter ? Karpenter($"sites.{site.Key}.cluster", aws, karpenter) : [])
        : []);

    private static IEnumerable<Fault> Mirror(string path, AwsSite site)
    {
        var cluster = site.Cluster;
        var anyRuns = cluster.Controllers.LoadBalancer is not null || cluster.Autoscaler is not null || cluster.Compute is EksKarpenterCompute;
        if (site.Nat != NatMode.None || !anyRuns)
        {
            yield break;
        }

        if (cluster.Controllers.Mirror is not { } mirror)
        {
            yield return new Fault(path, "is missing, and nodes reach no registry but ECR while nat is none",
                Cure: "copy charts and images to ECR and name it here, or choose another nat");
        }
        else if (!mirror.IsEcr)
        {
            yield return new Fault(path, "must be in ECR, which is the only registry that nodes reach while nat is none", mirror.ToString(),
                "copy charts and images there, or choose another nat");
        }
    }

    private static IEnumerable<Fault> Autoscaler(string path, EksSettings cluster)
    {
        if (cluster.Autoscaler is not { } autoscaler)
        {
            yield break;
        }

        if (cluster.Compute is not EksNodeGroupCompute)
        {
            var other = cluster.Compute is EksKarpenterCompute ? "karpenter" : "autoMode";
            yield return new Fault($"{path}.autoscaler", $"cannot be beside compute by {other}, which brings nodes for the same pods", Cure: "remove one of the two");
        }
        else if (!autoscaler.Version.ToString().StartsWith($"{cluster.KubernetesVersion}.", StringComparison.Ordinal))
        {
            yield return new Fault($"{path}.autoscaler.version", $"must go with the cluster's Kubernetes, {cluster.KubernetesVersion}",
                autoscaler.Version.ToString(), $"choose a release of {cluster.KubernetesVersion}");
        }
    }

    private static IEnumerable<Fault> Karpenter(string path, AwsSite site, EksKarpenterCompute karpenter)
    {
        var kubernetes = site.Cluster.KubernetesVersion;
        if (KarpenterSupport.Oldest.FirstOrDefault(row => row.Kubernetes == kubernetes) is not { } support)
        {
            yield return new Fault($"{path}.compute.by", $"cannot be karpenter, of which no version is documented to work with Kubernetes {kubernetes}",
                Cure: "documented: " + string.Join(", ", KarpenterSupport.Oldest.Select(row => row.Kubernetes)));
        }
        else if (Version.Parse(karpenter.Version.ToString()) < support.OldestKarpenter)
        {
            yield return new Fault($"{path}.compute.version", $"must be at least {support.OldestKarpenter} for Kubernetes {kubernetes}", karpenter.Version.ToString());
        }

        var nodes = site.Cluster.Pools.Values.Sum(pool => pool.MinNodesPerZone * (pool.Zones?.Length ?? site.Zones.Count));
        if (nodes < NodesForKarpenter)
        {
            yield return new Fault($"{path}.pools", $"must always have {NodesForKarpenter} nodes for Karpenter itself to run on", nodes == 0 ? "none" : nodes.ToString(),
                "raise minNodesPerZone of one");
        }

        foreach (var (key, pool) in karpenter.NodePools)
        {
            if (pool.ImageVersion.IsDate != (pool.Image == NodeImage.Al2023))
            {
                var image = pool.Image == NodeImage.Al2023 ? "al2023, such as v20260810" : "bottlerocket, such as v1.51.0";
                yield return new Fault($"{path}.compute.nodePools.{key}.imageVersion", $"must be a release of {image}", pool.ImageVersion.ToString());
            }
        }
    }
}
