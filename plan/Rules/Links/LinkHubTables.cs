using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>An attachment without a table drops whatever comes from it, and one that announces itself nowhere is never sent anything.</summary>
public sealed class LinkHubTables() : Rule(new()
{
    Id = "link-hub-tables",
    Title = "Every attachment of a hub with links is routed by a table, and the other side's table knows of it",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "associate the attachment with a table, and propagate it into the table of those that must reach it",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var hub in plan.Network.Hubs.Where(hub => hub.Attachments.Exists(attachment => attachment is not VpcAttachment)))
        {
            foreach (var attachment in hub.Attachments)
            {
                if (attachment.Table is null)
                {
                    yield return Found(attachment.Resource, "has no route table at the hub, which drops whatever comes from it");
                }

                // What only carries tunnels must know itself, so that their outer packets find back, and nobody else.
                var others = hub.IsGround(attachment)
                    ? [attachment]
                    : hub.Attachments.Where(other => other is VpcAttachment != attachment is VpcAttachment && !hub.IsGround(other));
                foreach (var table in others.Select(other => other.Table).OfType<HubTable>().Distinct())
                {
                    if (!table.Propagating.Contains(attachment) && !table.Static.Exists(route => route.To == attachment))
                    {
                        yield return Found(attachment.Resource, $"is not known to {table.Name}");
                    }
                }
            }
        }
    }
}
