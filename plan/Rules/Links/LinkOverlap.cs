using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>What a network has itself it never sends over a link, whatever is announced there; neither cloud says that it drops the route.</summary>
public sealed class LinkOverlap() : Rule(new()
{
    Id = "link-overlap",
    Title = "Nothing is announced over a link that the other side has itself, or that somebody keeps for himself",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "announce the ranges of the own site alone, and give no two sites the same",
})
{
    /// <summary>From here Google asks the other side for names, so the other side must know the way back.</summary>
    /// <remarks>Source: https://cloud.google.com/dns/docs/best-practices, read 2026-11-20.</remarks>
    private static readonly Cidr Names = Cidr.Parse("35.199.192.0/19")!.Value;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var conduit in plan.Network.Conduits.DistinctBy(conduit => (conduit.At, Speaker(conduit))))
        {
            var vpcs = conduit.At.Hub.Attachments.OfType<VpcAttachment>().Select(each => each.Vpc);
            Local[] aws = [.. vpcs.SelectMany(vpc => vpc.Ranges.Select(range => new Local(range, vpc.Resource)))];
            foreach (var finding in Speaker(conduit) is { } speaker ? Faults(speaker, conduit.Announced.Where(range => range != Names), aws) : [])
            {
                yield return finding;
            }
        }

        foreach (var (attachment, networks) in plan.Network.Conduits.Where(conduit => conduit.Network is not null).GroupBy(conduit => conduit.At)
            .Select(each => (each.Key, each.Select(conduit => conduit.Network!).Distinct())))
        {
            Local[] google = [.. networks.SelectMany(network => network.Ranges.Select(range => new Local(range.Range, range.Subnetwork)))];
            foreach (var finding in Faults(attachment.Resource, Announced(attachment), google))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Faults(PlannedResource speaker, IEnumerable<Cidr> announced, Local[] there)
    {
        foreach (var range in announced.Where(range => range.PrefixLength > 0).Distinct())
        {
            if (Array.Find(there, local => local.Range.Contains(range)) is { Owner: { } owner } local)
            {
                yield return Found(speaker, $"announces {range} to {owner.Name}, which has it in {local.Range} itself") with { Related = [owner.Urn] };
            }

            if (ReservedRanges.Touching(range) is { } reserved)
            {
                yield return Found(speaker, $"announces {range}, of which {reserved.Range} is kept for {reserved.Keeper}: {reserved.Effect}");
            }
        }
    }

    private static PlannedResource? Speaker(Conduit conduit) => conduit switch
    {
        Tunnel tunnel => tunnel.Google.Peer,
        VlanConduit vlan => vlan.Google.Peer,
        TransportConduit transport => transport.Google.Resource,
        _ => null,
    };

    /// <summary>Ranges of VPCs are held against others where they are claimed.</summary>
    private static IEnumerable<Cidr> Announced(HubAttachment attachment) => attachment switch
    {
        DirectConnectAttachment direct => direct.Allowed,
        { Table: { } table } => table.Static.Where(route => route.To is not null).Select(route => route.Range),
        _ => [],
    };

    private readonly record struct Local(Cidr Range, PlannedResource Owner);
}
