using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Google maintains one edge availability domain of a metropolitan area at a time, and promises nothing of a link that has only one.</summary>
public sealed class LinkZones() : Rule(new()
{
    Id = "link-zones",
    Title = "The attachments of an interconnect stand in both edge availability domains, and in two areas where it is meant to survive one",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "order as many connections in domain 1 as in domain 2; of four, two in each of two metropolitan areas",
})
{
    private const string Critical = "PRODUCTION_CRITICAL";
    private const string InterconnectGroup = "gcp:compute/interconnectGroup:InterconnectGroup";
    private const string AttachmentGroup = "gcp:compute/interconnectAttachmentGroup:InterconnectAttachmentGroup";

    private static readonly string[] Domains = ["1", "2"];

    /// <summary>So many connections are what the higher availability takes; in one area they gain nothing over two.</summary>
    /// <remarks>The number is that of public notes, and agrees with
    /// https://cloud.google.com/network-connectivity/docs/interconnect/concepts/ha-vpn-interconnect, read 2026-11-20.</remarks>
    private const int CriticalConnections = 4;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var joined in plan.Network.VlanAttachments.Where(each => each.Router is not null).GroupBy(each => each.Router!.Network))
        {
            if (joined.Any(IsHidden))
            {
                continue;
            }

            foreach (var area in joined.GroupBy(each => each.Metro))
            {
                if (!Domains.All(domain => area.Any(each => each.Domain == domain)))
                {
                    var first = area.First();
                    yield return Found(first.Resource, Domains.Contains(first.Domain)
                        ? $"stands in edge availability domain {first.Domain} of {area.Key}, and none beside it in the other"
                        : $"leaves its edge availability domain in {area.Key} to Google") with
                    { Related = Sequence.Sorted(area.Skip(1).Select(each => each.Resource.Urn)) };
                }
            }

            if (joined.Count(each => each.Interconnect is not null) >= CriticalConnections && joined.DistinctBy(each => each.Metro).Count() == 1)
            {
                yield return Found(joined.First().Resource, $"is one of {joined.Count()} in {joined.First().Metro} alone")
                    with
                { Related = Sequence.Sorted(joined.Skip(1).Select(each => each.Resource.Urn)) };
            }
        }

        foreach (var finding in Claims(plan, InterconnectGroup, "intent.topologyCapability", "interconnects", each => each.Interconnect)
            .Concat(Claims(plan, AttachmentGroup, "intent.availabilitySla", "attachments", each => each.Resource)))
        {
            yield return finding;
        }
    }

    private IEnumerable<Finding> Claims(PlanIndex plan, string type, string intent, string members, Func<VlanAttachment, PlannedResource?> part)
    {
        foreach (var group in plan.Of(type).Where(group => group.Is(intent, Critical)))
        {
            var named = group.PropertyDependencies[members] ?? [];
            var meant = plan.Network.VlanAttachments.Where(each => part(each) is { } resource && named.Contains(resource.Urn)).ToList();
            if (meant.Count > 0 && !meant.Exists(IsHidden) && meant.DistinctBy(each => each.Metro).Count() < 2)
            {
                yield return Found(group, $"claims to survive an area, and all of it is in {meant[0].Metro}", intent)
                    with
                { Related = Sequence.Sorted(meant.Select(each => each.Resource.Urn)) };
            }
        }
    }

    private static bool IsHidden(VlanAttachment attachment) =>
        attachment.Metro.Length == 0 || Inputs.IsHidden(attachment.Resource.At("edgeAvailabilityDomain"));
}
