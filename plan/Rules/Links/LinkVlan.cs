using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Ports are patched and paid for, the light is on, and no session ever comes up: the two clouds check nothing of one another.</summary>
public sealed class LinkVlan() : Rule(new()
{
    Id = "link-vlan",
    Title = "Both ends of a VLAN have the same number, addresses and key, and their ports belong together",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "draw number, addresses and key of a VLAN from one value for both ends, and order one link aggregation group for each Interconnect",
})
{
    private const int First = 2;
    private const int Last = 4094;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        VlanConduit[] pairs = [.. plan.Network.Conduits.OfType<VlanConduit>().DistinctBy(pair => (pair.Aws.Resource.Urn, pair.Google.Resource.Urn))];
        return
        [
            .. Numbers(plan.Network.VirtualInterfaces.Select(each => new Tag(each.Resource, "vlan", each.Ports?.Urn))),
            .. Numbers(plan.Network.VlanAttachments.Select(each => new Tag(each.Resource, "vlanTag8021q", each.Interconnect?.Urn))),
            .. pairs.SelectMany(Between),
            .. pairs.SelectMany(Keys),
            .. Lonely(plan, pairs),
            .. new VlanPorts(plan, pairs).Faults().Select(fault => Found(fault.Of, fault.Message) with { Related = fault.Related }),
        ];
    }

    private IEnumerable<Finding> Numbers(IEnumerable<Tag> tags)
    {
        var seen = new Dictionary<(string, double), PlannedResource>();
        foreach (var (resource, path, ports) in tags)
        {
            if (resource.Number(path) is not { } number)
            {
                continue;
            }

            if (number is < First or > Last)
            {
                yield return Found(resource, $"has VLAN {number}, which is not within {First} to {Last}", path);
            }

            if (ports is not null && !seen.TryAdd((ports, number), resource))
            {
                var twin = seen[(ports, number)];
                yield return Found(resource, $"has VLAN {number}, as {twin.Name} has on the same ports", path) with { Related = [twin.Urn] };
            }
        }
    }

    private IEnumerable<Finding> Between(VlanConduit pair)
    {
        var (aws, google) = (pair.Aws.Resource, pair.Google.Resource);
        if (pair.Aws.Vlan is { } here && pair.Google.Vlan is { } there && here != there)
        {
            yield return Found(aws, $"has VLAN {here}, and {google.Name} has {there}", "vlan") with { Related = [google.Urn] };
        }

        if (pair.Google is not { RouterInterface: { } inside, Peer: { } peer })
        {
            yield break;
        }

        foreach (var (path, other, otherPath) in new[]
        {
            ("customerAddress", inside, "ipRange"),
            ("customerAddress", peer, "ipAddress"),
            ("customerAddress", google, "candidateCloudRouterIpAddress"),
            ("amazonAddress", peer, "peerIpAddress"),
            ("amazonAddress", google, "candidateCustomerRouterIpAddress"),
        })
        {
            if (LinkAddresses.Of(aws.Text(path)) is { } one && LinkAddresses.Of(other.Text(otherPath)) is { } another && one != another)
            {
                yield return Found(aws, $"has {path} {Address.Text(one)}, and {other.Name} has {otherPath} {Address.Text(another)}", path)
                    with
                { Related = [other.Urn] };
            }
        }
    }

    /// <summary>Where AWS is given no key it draws one, which Google then lacks.</summary>
    private IEnumerable<Finding> Keys(VlanConduit pair)
    {
        var aws = pair.Aws.Resource;
        if (pair.Google.Peer is not { } peer || Inputs.IsHidden(peer.At("md5AuthenticationKey")))
        {
            yield break;
        }

        var (here, there) = (aws.At("bgpAuthKey"), peer.At("md5AuthenticationKey.key"));
        if (here is null && peer.PropertyDependencies["md5AuthenticationKey"]?.Contains(aws.Urn) != true)
        {
            yield return Found(aws, "leaves the key of its BGP session to AWS, so nobody knows it before", "bgpAuthKey");
        }
        else if (here is not null && there is null)
        {
            yield return Found(peer, $"has no key, and {aws.Name} has one") with { Related = [aws.Urn] };
        }
        else if (here is not null && !SharedKeys.MayBeEqual(here, there))
        {
            yield return Found(peer, $"has another key than {aws.Name}") with { Related = [aws.Urn] };
        }
    }

    /// <summary>An attachment of Google's own ports whose addresses AWS has nowhere, though it has a virtual interface to spare.</summary>
    private IEnumerable<Finding> Lonely(PlanIndex plan, VlanConduit[] pairs)
    {
        var reached = plan.Network.Hubs.SelectMany(hub => hub.DirectConnects).Select(each => each.Gateway.Urn).ToHashSet(StringComparer.Ordinal);
        var spare = plan.Network.VirtualInterfaces.FirstOrDefault(aws =>
            reached.Contains(aws.Gateway.Urn) && aws.Resource.Text("customerAddress") is not null && !Array.Exists(pairs, pair => pair.Aws == aws));
        foreach (var google in plan.Network.VlanAttachments.Where(google => spare is not null && !Array.Exists(pairs, pair => pair.Google == google)))
        {
            if (google is { Interconnect: not null, RouterInterface: { } inside } && inside.Text("ipRange") is { } range)
            {
                yield return Found(google.Resource, $"has its session in {range}, where no virtual interface of AWS answers")
                    with
                { Related = Sequence.Sorted([inside.Urn, spare!.Resource.Urn]) };
            }
        }
    }

    private readonly record struct Tag(PlannedResource Resource, string Path, string? Ports);
}
