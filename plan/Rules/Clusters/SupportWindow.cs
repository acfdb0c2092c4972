using System.Globalization;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Once support is over the cloud upgrades the cluster when it pleases, or bills it as extended.</summary>
/// <remarks>Judges only a plan that is judged on a day. Two months before the end it says so; an upgrade of one minor takes weeks to plan.</remarks>
public sealed class SupportWindow() : Rule(new()
{
    Id = "kubernetes-support-window",
    Title = "The Kubernetes version of every cluster is in support today",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "upgrade by one minor version at a time to one with more time left",
})
{
    private const int NoticeDays = 60;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        if (plan.Today is not { } today)
        {
            yield break;
        }

        foreach (var (cluster, property, service, isExtended) in ClusterVersion.All(plan))
        {
            if (cluster.Text(property) is not { } version || KubernetesSupport.Find(service, version)?.EndsOn(isExtended) is not { } end)
            {
                continue;
            }

            var kind = isExtended ? "extended" : "standard";
            var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (today >= end)
            {
                yield return Found(cluster, $"names {version}, whose {kind} support ended on {day}", property);
            }
            else if (today >= end.AddDays(-NoticeDays))
            {
                yield return Found(cluster, $"names {version}, whose {kind} support ends on {day}", property) with { Severity = Severity.Info };
            }
        }
    }
}
