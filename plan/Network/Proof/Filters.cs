using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What lets a flow through or not, whichever tunnel it takes: groups, access lists, firewall, the VPC's own routes.</summary>
/// <remarks>
/// Groups and Google's firewall know connections, so they judge the call alone; access lists judge the answer too. Between machine and hub,
/// a subnet in which the hub has its interface judges what goes to the hub as it comes in, and what comes from it as it goes out.
/// Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html, read 2026-11-21.
/// </remarks>
internal static class Filters
{
    /// <summary>Why the flow or its answer is stopped; null where it is not.</summary>
    public static string? Fault(Flow flow, Demand demand) => flow.FromAws
        ? Leave(flow, isAnswer: false) ?? Admit(flow, demand.Google, isIngress: true) ?? (flow.Ports.IsAnswered ? Arrive(flow, isAnswer: true) : null)
        : Admit(flow, demand.Google, isIngress: false) ?? Arrive(flow, isAnswer: false) ?? (flow.Ports.IsAnswered ? Leave(flow, isAnswer: true) : null);

    /// <summary>From a machine on AWS to its hub.</summary>
    private static string? Leave(Flow flow, bool isAnswer)
    {
        var (subnet, other) = (flow.Subnet, flow.GoogleAddress);
        if (!isAnswer && subnet.Groups.Find(group => !SecurityGroup.Admits(group.Out, other, flow.Ports.Protocol, flow.Ports.Port)) is { } closed)
        {
            return $"the security groups of {closed.Name} do not let it out";
        }

        if (Stopped(subnet, list => list.Out, flow, other, isAnswer) is { } stopped)
        {
            return $"{stopped} does not let it out";
        }

        if (subnet.Vpc.Ranges.Exists(range => range.Holds(other)))
        {
            return $"the VPC takes {Address.Text(other)} for its own";
        }

        if (subnet.Table is not { } table)
        {
            return $"{subnet.Resource.Name} has no route table";
        }

        if (subnet.Vpc.Attachment is not { } attachment)
        {
            return "the VPC is attached to no hub";
        }

        if (table.Find(other) is not { } route)
        {
            return $"{table.Resource.Name} has no route to {Address.Text(other)}";
        }

        if (route.Hub != attachment.Hub.Resource.Urn)
        {
            return $"{table.Resource.Name} sends {route.Range} to {route.Target}";
        }

        if (attachment.Subnets.Find(each => each.Zone == subnet.Zone) is not { } door)
        {
            return $"the hub has no interface in {subnet.Zone}";
        }

        return door != subnet && Stopped(door, list => list.In, flow, flow.AwsAddress, isAnswer) is { } shut ? $"{shut} does not let it to the hub" : null;
    }

    /// <summary>From the hub to a machine on AWS, by whichever of its interfaces.</summary>
    private static string? Arrive(Flow flow, bool isAnswer)
    {
        var (subnet, other) = (flow.Subnet, flow.GoogleAddress);
        foreach (var door in subnet.Vpc.Attachment?.Subnets ?? [])
        {
            if (door != subnet && Stopped(door, list => list.Out, flow, flow.AwsAddress, isAnswer) is { } shut)
            {
                return $"{shut} does not let it in from the hub";
            }
        }

        if (Stopped(subnet, list => list.In, flow, other, isAnswer) is { } stopped)
        {
            return $"{stopped} does not let it in";
        }

        return !isAnswer && subnet.Groups.Find(group => !SecurityGroup.Admits(group.In, other, flow.Ports.Protocol, flow.Ports.Port)) is { } closed
            ? $"the security groups of {closed.Name} do not let it in"
            : null;
    }

    private static string? Admit(Flow flow, GoogleNetwork network, bool isIngress) =>
        network.Admits(isIngress, flow.AwsAddress, flow.Ports.Protocol, flow.Ports.Port)
            ? null
            : $"the firewall of {network.Resource.Name} does not let it {(isIngress ? "in" : "out")}";

    /// <summary>The name of the access list that stops it.</summary>
    private static string? Stopped(VpcSubnet subnet, Func<AccessList, IReadOnlyList<AccessRule>> side, Flow flow, uint other, bool isAnswer)
    {
        if (subnet.Acl is not { } acl)
        {
            return null;
        }

        var admits = isAnswer
            ? AccessList.AdmitsAnswers(side(acl), other, flow.Ports.Protocol)
            : AccessList.Admits(side(acl), other, flow.Ports.Protocol, flow.Ports.Port);
        return admits ? null : acl.Name;
    }
}
