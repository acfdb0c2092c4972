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
    public static string? Fault(Flow flow) =>
        Send(flow.From, flow.To, flow.Ports, isAnswer: false) ?? Receive(flow.To, flow.From, flow.Ports, isAnswer: false)
        ?? (flow.Ports.IsAnswered ? Send(flow.To, flow.From, flow.Ports, isAnswer: true) ?? Receive(flow.From, flow.To, flow.Ports, isAnswer: true) : null);

    private static string? Send(Spot from, Spot to, PortClass ports, bool isAnswer) => from.Place switch
    {
        VpcPlace => Leave(from, to.Address, ports, isAnswer),
        GooglePlace google when !isAnswer => Admit(google.Network, to.Address, ports, isIngress: false),
        _ => null,
    };

    private static string? Receive(Spot to, Spot from, PortClass ports, bool isAnswer) => to.Place switch
    {
        VpcPlace => Arrive(to, from.Address, ports, isAnswer),
        GooglePlace google when !isAnswer => Admit(google.Network, from.Address, ports, isIngress: true),
        _ => null,
    };

    /// <summary>From a machine on AWS to its hub.</summary>
    private static string? Leave(Spot own, uint other, PortClass ports, bool isAnswer)
    {
        var subnet = own.Area.Subnet!;
        if (!isAnswer && subnet.Groups.Find(group => !SecurityGroup.Admits(group.Out, other, ports.Protocol, ports.Port)) is { } closed)
        {
            return $"the security groups of {closed.Name} do not let it out";
        }

        if (Stopped(subnet, list => list.Out, ports, other, isAnswer) is { } stopped)
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

        return door != subnet && Stopped(door, list => list.In, ports, own.Address, isAnswer) is { } shut ? $"{shut} does not let it to the hub" : null;
    }

    /// <summary>From the hub to a machine on AWS, by whichever of its interfaces.</summary>
    private static string? Arrive(Spot own, uint other, PortClass ports, bool isAnswer)
    {
        var subnet = own.Area.Subnet!;
        foreach (var door in subnet.Vpc.Attachment?.Subnets ?? [])
        {
            if (door != subnet && Stopped(door, list => list.Out, ports, own.Address, isAnswer) is { } shut)
            {
                return $"{shut} does not let it in from the hub";
            }
        }

        if (Stopped(subnet, list => list.In, ports, other, isAnswer) is { } stopped)
        {
            return $"{stopped} does not let it in";
        }

        return !isAnswer && subnet.Groups.Find(group => !SecurityGroup.Admits(group.In, other, ports.Protocol, ports.Port)) is { } closed
            ? $"the security groups of {closed.Name} do not let it in"
            : null;
    }

    private static string? Admit(GoogleNetwork network, uint other, PortClass ports, bool isIngress) =>
        network.Admits(isIngress, other, ports.Protocol, ports.Port)
            ? null
            : $"the firewall of {network.Resource.Name} does not let it {(isIngress ? "in" : "out")}";

    /// <summary>The name of the access list that stops it.</summary>
    private static string? Stopped(VpcSubnet subnet, Func<AccessList, IReadOnlyList<AccessRule>> side, PortClass ports, uint other, bool isAnswer)
    {
        if (subnet.Acl is not { } acl)
        {
            return null;
        }

        var admits = isAnswer
            ? AccessList.AdmitsAnswers(side(acl), other, ports.Protocol)
            : AccessList.Admits(side(acl), other, ports.Protocol, ports.Port);
        return admits ? null : acl.Name;
    }
}
