using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Without it policies are accepted and have no effect.</summary>
public sealed class EksNetworkPolicy() : Rule(new()
{
    Id = "eks-network-policy",
    Title = "An EKS cluster enforces network policies",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give the vpc-cni add-on the configuration enableNetworkPolicy: true",
    References = ["cis-eks@1.7.0:5.4.4"],
})
{
    private static bool Enforces(string? configuration) =>
        configuration is not null
        && JsonText.Read(configuration) is PlanValue.ObjectValue { Members: var members }
        && members["enableNetworkPolicy"] is PlanValue.TextValue { Value: "true" } or PlanValue.BoolValue { Value: true };

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            // Nodes of Auto Mode bring an engine of their own.
            if (!cluster.IsNot("computeConfig.enabled", true))
            {
                continue;
            }

            foreach (var addon in plan.Users(cluster, Types.EksAddon, "clusterName"))
            {
                if (addon.Is("addonName", "vpc-cni") && !Inputs.IsHidden(addon.At("configurationValues")) && !Enforces(addon.Text("configurationValues")))
                {
                    yield return Found(addon, "accepts network policies and enforces none", "configurationValues");
                }
            }
        }
    }
}
