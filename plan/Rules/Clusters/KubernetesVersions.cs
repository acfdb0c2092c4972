using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Without a version a cluster gets whatever is the default that day; an old one costs six times as much on EKS, and then is upgraded by force.</summary>
public sealed class KubernetesVersions() : Rule(new()
{
    Id = "kubernetes-version",
    Title = "Every cluster runs a Kubernetes version that its cloud supports",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "name one of the supported versions",
    References = ["checkov@3.3:CKV_AWS_339"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan) =>
    [
        .. Of(plan, Types.EksCluster, "version", KubernetesService.Eks),
        .. Of(plan, Types.GkeCluster, "minMasterVersion", KubernetesService.Gke),
    ];

    private IEnumerable<Finding> Of(PlanIndex plan, string type, string property, KubernetesService service)
    {
        var known = KubernetesSupport.Of(service).Select(release => release.Version.ToString()).ToArray();
        foreach (var cluster in plan.Of(type))
        {
            // On GKE the release channel chooses where nothing is named.
            if (cluster.At(property) is null && service == KubernetesService.Eks)
            {
                yield return Found(cluster, "names no Kubernetes version", property);
            }
            else if (cluster.Text(property) is { } version && !Array.Exists(known, each => version == each || version.StartsWith(each + ".", StringComparison.Ordinal)))
            {
                yield return Found(cluster, $"names {version}; supported are {string.Join(", ", known)}", property);
            }
        }
    }
}
