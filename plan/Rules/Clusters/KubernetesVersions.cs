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
    References = ["checkov@3.3:CKV_AWS_339", "aws-fsbp@1.0.0:EKS.2"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var (cluster, property, service, isExtended) in ClusterVersion.All(plan))
        {
            // On GKE the release channel chooses where nothing is named.
            if (cluster.At(property) is null && service == KubernetesService.Eks)
            {
                yield return Found(cluster, "names no Kubernetes version", property);
            }
            else if (cluster.Text(property) is { } version
                && KubernetesSupport.Find(service, version)?.IsSupportedOn(KubernetesSupport.ReadOn, isExtended) != true)
            {
                var supported = KubernetesSupport.Of(service).Where(release => release.IsSupportedOn(KubernetesSupport.ReadOn, isExtended));
                yield return Found(cluster, $"names {version}; supported are {string.Join(", ", supported.Select(release => release.Version))}", property);
            }
        }
    }
}
