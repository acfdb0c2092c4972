using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads network ACLs, and which subnets they guard.</summary>
internal static class SubnetFilterReader
{
    public static void Read(PlanIndex plan, Dictionary<string, VpcSubnet> subnets)
    {
        foreach (var resource in plan.Of(Types.Acl))
        {
            var acl = new AccessList(resource.Name, Rules(resource, "ingress"), Rules(resource, "egress"));
            var guarded = plan.Sources(resource, "subnetIds", Types.Subnet)
                .Concat(plan.Users(resource, Types.AclAssociation, "networkAclId").SelectMany(each => plan.Sources(each, "subnetId", Types.Subnet)));
            foreach (var subnet in guarded)
            {
                if (subnets.TryGetValue(subnet.Urn, out var known))
                {
                    known.Acl = acl;
                }
            }
        }
    }

    private static List<AccessRule> Rules(PlannedResource resource, string direction)
    {
        var rules = new List<AccessRule>();
        foreach (var item in resource.Items(direction))
        {
            if (VpcReader.Range(resource, item + ".cidrBlock") is not { } range)
            {
                continue;
            }

            var protocol = resource.Text(item + ".protocol");
            var isIcmp = protocol is "icmp" or "1";
            rules.Add(new(
                VpcReader.Count(resource, item + ".ruleNo") ?? 0,
                resource.Text(item + ".action") == "allow",
                range,
                PortSet.Of(
                    protocol,
                    VpcReader.Count(resource, item + (isIcmp ? ".icmpType" : ".fromPort")) ?? 0,
                    VpcReader.Count(resource, item + (isIcmp ? ".icmpCode" : ".toPort")) ?? 0)));
        }

        return [.. rules.OrderBy(rule => rule.Number)];
    }
}
