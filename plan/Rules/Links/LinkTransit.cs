using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Sites that nobody linked would reach one another through a third, past every rule that was made for them.</summary>
public sealed class LinkTransit() : Rule(new()
{
    Id = "link-transit",
    Title = "No link learns the way to another link, and none announces a way to everywhere",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "propagate VPCs alone into the table of links, and announce the ranges of the site",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        // What a data centre or another hub reaches is the matter of link-segmentation.
        var devices = plan.Network.Conduits.OfType<DeviceTunnel>().Select(device => device.At).ToHashSet();
        foreach (var (_, to, table) in Onward.Of(plan).Where(way => IsLink(way.From) && IsLink(way.To)).DistinctBy(way => (way.To, way.Table)))
        {
            yield return Found(to.Resource, $"announces itself to {table.Name}, by which links are routed");
        }

        foreach (var end in Sessions.Of(plan).Select(session => session.End).Distinct())
        {
            if (end.Peer is { } peer && end.Announced.Any(range => range.PrefixLength == 0))
            {
                yield return Found(peer, "announces a way to everywhere", "advertiseMode");
            }
        }

        bool IsLink(HubAttachment attachment) => attachment is not PeeringAttachment && !devices.Contains(attachment) && !attachment.Hub.IsGround(attachment);
    }
}
