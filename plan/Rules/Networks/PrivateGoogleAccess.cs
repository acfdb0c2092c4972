namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Private nodes pull images and send logs through Google APIs; without this all of it leaves by the NAT, or not at all.</summary>
public sealed class PrivateGoogleAccess() : Rule(new()
{
    Id = "google-private-access",
    Title = "Machines of every Google subnet reach Google APIs without a public address",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set privateIpGoogleAccess to true",
    References = ["checkov@3.3:CKV_GCP_74"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var subnet in plan.Of(Types.Subnetwork))
        {
            if (subnet.IsNot("privateIpGoogleAccess", true) && subnet.IsNot("purpose", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY"))
            {
                yield return Found(subnet, "has no Private Google Access", "privateIpGoogleAccess");
            }
        }
    }
}
