namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>The gateway takes traffic only from zones in which it has an interface: nodes of another zone reach nothing beyond their VPC.</summary>
public sealed class AttachmentZones() : Rule(new()
{
    Id = "aws-attachment-zones",
    Title = "A Transit Gateway attachment has a subnet in every zone of its VPC that has nodes",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "add a subnet of the missing zone to the attachment",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var attachment in plan.Of(Types.TransitAttachment))
        {
            if (plan.Source(attachment, "vpcId", Types.Vpc) is not { } vpc)
            {
                continue;
            }

            var attached = Zones.Behind(plan, attachment, "subnetIds");
            var missing = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var subnet in plan.Users(vpc, Types.Subnet, "vpcId"))
            {
                if (Zones.Of(subnet) is { } zone && !attached.Contains(zone) && plan.Users(subnet, Types.EksNodeGroup, "subnetIds").Any())
                {
                    missing.Add(zone);
                }
            }

            if (missing.Count > 0 && attached.Count > 0)
            {
                yield return Found(attachment, $"has no subnet in {string.Join(", ", missing)}, where nodes are", "subnetIds") with { Related = [vpc.Urn] };
            }
        }
    }
}
