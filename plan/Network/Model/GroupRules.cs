using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The rules of security groups by group, in whichever of the three forms they are written.</summary>
internal sealed class GroupRules(PlanIndex plan)
{
    private const string GroupId = "securityGroupId";

    /// <param name="group">A group, or a cluster, which stands for the group that EKS makes for it.</param>
    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    public IEnumerable<(Cidr Range, PortSet Ports)> Of(PlannedResource group, string direction)
    {
        foreach (var item in group.Type == Types.SecurityGroup ? group.Items(direction) : [])
        {
            foreach (var path in group.Items(item + ".cidrBlocks"))
            {
                foreach (var rule in Ranges(group, path, Ports(group, item + ".protocol", item + ".")))
                {
                    yield return rule;
                }
            }
        }

        foreach (var rule in plan.Users(group, direction == "ingress" ? Types.IngressRule : Types.EgressRule, GroupId))
        {
            var ports = Ports(rule, "ipProtocol", "");
            foreach (var range in PrefixLists.Ranges(plan, rule, "cidrIpv4", "prefixListId"))
            {
                yield return (range, ports);
            }
        }

        foreach (var rule in plan.Users(group, Types.SecurityGroupRule, GroupId))
        {
            foreach (var path in rule.Is("type", direction) ? rule.Items("cidrBlocks") : [])
            {
                foreach (var each in Ranges(rule, path, Ports(rule, "protocol", "")))
                {
                    yield return each;
                }
            }
        }
    }

    private static IEnumerable<(Cidr Range, PortSet Ports)> Ranges(PlannedResource resource, string path, PortSet ports) =>
        VpcReader.Range(resource, path) is { } range ? [(range, ports)] : [];

    private static PortSet Ports(PlannedResource resource, string protocol, string at) =>
        PortSet.Of(resource.Text(protocol), VpcReader.Count(resource, at + "fromPort"), VpcReader.Count(resource, at + "toPort"));
}
