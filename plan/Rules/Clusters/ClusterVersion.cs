using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Where a cluster names its Kubernetes version.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Property">The input that names it.</param>
/// <param name="Service">Who runs it.</param>
/// <param name="IsExtended">Whether it stays on a version in extended support, as far as the plan knows.</param>
internal sealed record ClusterVersion(PlannedResource Cluster, string Property, KubernetesService Service, bool IsExtended)
{
    public static IEnumerable<ClusterVersion> All(PlanIndex plan) =>
    [
        // AWS's default is to go on into extended support.
        .. plan.Of(Types.EksCluster).Select(cluster =>
            new ClusterVersion(cluster, "version", KubernetesService.Eks, !cluster.Is("upgradePolicy.supportType", "STANDARD"))),
        .. plan.Of(Types.GkeCluster).Select(cluster =>
            new ClusterVersion(cluster, "minMasterVersion", KubernetesService.Gke, !cluster.IsNot("releaseChannel.channel", "EXTENDED"))),
    ];
}
