namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Whoever the gateway is shared with could attach a network without being asked.</summary>
public sealed class HubAutoAccept() : Rule(new()
{
    Id = "aws-hub-auto-accept",
    Title = "A Transit Gateway accepts no attachment of another account by itself",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "set autoAcceptSharedAttachments to disable",
    References = ["checkov@3.3:CKV_AWS_331"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var gateway in plan.Of(Types.TransitGateway))
        {
            if (gateway.Is("autoAcceptSharedAttachments", "enable"))
            {
                yield return Found(gateway, "accepts attachments of other accounts unasked", "autoAcceptSharedAttachments");
            }
        }
    }
}
