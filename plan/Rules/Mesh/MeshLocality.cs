namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>Failover by place begins when pods are ejected; where nothing ejects them, nothing fails over. Shares by place need no ejection.</summary>
public sealed class MeshLocality() : Rule(new()
{
    Id = "mesh-locality",
    Title = "Services that fail over by place take faulty pods out of the turn",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give the destination rule outlierDetection, or switch locality off",
})
{
    private const string Setting = "spec.trafficPolicy.loadBalancer.localityLbSetting";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var rule in plan.Of(Types.DestinationRule))
        {
            if (rule.At(Setting) is PlanValue.ObjectValue setting && setting.Members["enabled"] is not PlanValue.BoolValue { Value: false }
                && !Inputs.IsHidden(setting.Members["enabled"]) && setting.Members["distribute"] is null && rule.At("spec.trafficPolicy.outlierDetection") is null)
            {
                yield return Found(rule, "fails over to another place, and never notices that it should", Setting);
            }
        }
    }
}
