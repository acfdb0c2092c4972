namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A pod that reaches the metadata service has the rights of its node.</summary>
public sealed class InstanceMetadata() : Rule(new()
{
    Id = "aws-instance-metadata",
    Title = "Instance metadata answers only signed requests of the machine itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set httpTokens to required and httpPutResponseHopLimit to 1; give pods an identity of their own",
    References = ["checkov@3.3:CKV_AWS_79", "checkov@3.3:CKV_AWS_341"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var template in plan.Of(Types.LaunchTemplate))
        {
            if (!template.IsNot("metadataOptions.httpEndpoint", "disabled"))
            {
                continue;
            }

            if (template.IsNot("metadataOptions.httpTokens", "required"))
            {
                yield return Found(template, "answers requests for metadata without a token", "metadataOptions.httpTokens");
            }

            if (template.Number("metadataOptions.httpPutResponseHopLimit") > 1)
            {
                yield return Found(template, "lets pods reach the metadata of their node", "metadataOptions.httpPutResponseHopLimit");
            }
        }
    }
}
