namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Whoever learns the name of a service may else connect to it.</summary>
public sealed class EndpointAcceptance() : Rule(new()
{
    Id = "aws-endpoint-acceptance",
    Title = "An endpoint service of AWS accepts every connection by hand",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set acceptanceRequired to true",
    References = ["checkov@3.3:CKV_AWS_123"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var service in plan.Of(Types.EndpointService))
        {
            if (service.IsNot("acceptanceRequired", true))
            {
                yield return Found(service, "lets in whoever asks", "acceptanceRequired");
            }
        }
    }
}
