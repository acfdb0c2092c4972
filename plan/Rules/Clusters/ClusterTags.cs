using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>What nobody owns nobody upgrades, pays for or dares to delete.</summary>
public sealed class ClusterTags() : Rule(new()
{
    Id = "cluster-tags",
    Title = "Every cluster says whose it is",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set tags or labels on the cluster, or default ones on its provider",
    References = ["checkov@3.3:CKV_GCP_21", "aws-fsbp@1.0.0:EKS.6"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            if (cluster.IsEmpty("tags") && !HasDefaults(plan, cluster, "defaultTags"))
            {
                yield return Found(cluster, "has no tag", "tags");
            }
        }

        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsEmpty("resourceLabels") && !HasDefaults(plan, cluster, "defaultLabels"))
            {
                yield return Found(cluster, "has no label", "resourceLabels");
            }
        }
    }

    /// <summary>Whether the provider adds something of its own; a provider takes its inputs as texts.</summary>
    private static bool HasDefaults(PlanIndex plan, PlannedResource cluster, string property) =>
        cluster.Provider is { } urn && plan[urn]?.At(property) switch
        {
            null => false,
            PlanValue.TextValue text => JsonText.Read(text.Value) is PlanValue.ObjectValue given && Holds(given),
            var hidden => Inputs.IsHidden(hidden),
        };

    private static bool Holds(PlanValue.ObjectValue given) => given.Members["tags"] is PlanValue.ObjectValue tags ? tags.Members.Count > 0 : given.Members.Count > 0;
}
