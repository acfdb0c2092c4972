using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A security group of machines, or the one that EKS makes for a cluster, with what it lets in.</summary>
/// <param name="Vpc">Where its machines are; null where the plan does not tell it.</param>
/// <param name="Openings">What it lets in.</param>
internal sealed record MachineGroup(Vpc? Vpc, IReadOnlyList<Admission> Openings);

/// <summary>What a rule of a security group lets in.</summary>
/// <param name="Resource">The resource that the rule is written in.</param>
/// <param name="Ranges">Paths of the ranges that it names.</param>
/// <param name="IsOpenAllOver">Whether it names no ports.</param>
internal sealed record Admission(PlannedResource Resource, IReadOnlyList<string> Ranges, bool IsOpenAllOver)
{
    public Cidr? Range(string path) => VpcReader.Range(Resource, path);
}

/// <summary>Finds the groups of machines.</summary>
internal static class MachineGroups
{
    private const string GroupId = "securityGroupId";

    public static IEnumerable<MachineGroup> Of(PlanIndex plan)
    {
        var openings = Opening.All(plan, "ingress").ToLookup(opening => Group(plan, opening.Resource));
        foreach (var cluster in plan.Of(Types.EksCluster))
        {
            var home = plan.Sources(cluster, "vpcConfig", Types.Subnet).Select(subnet => Home(plan, subnet)).FirstOrDefault(vpc => vpc is not null);
            yield return new(home, [.. openings[cluster.Urn].Select(Admitted)]);
        }

        var worn = plan.Of(Types.LaunchTemplate).SelectMany(template => plan.Sources(template, "vpcSecurityGroupIds", Types.SecurityGroup))
            .Concat(plan.Of(Types.EksCluster).SelectMany(cluster => plan.Sources(cluster, "vpcConfig", Types.SecurityGroup)));
        foreach (var group in worn.Distinct())
        {
            yield return new(Home(plan, group), [.. openings[group.Urn].Select(Admitted)]);
        }
    }

    private static string? Group(PlanIndex plan, PlannedResource rule) => rule.Type == Types.SecurityGroup
        ? rule.Urn
        : (plan.Source(rule, GroupId, Types.SecurityGroup) ?? plan.Source(rule, GroupId, Types.EksCluster))?.Urn;

    private static Vpc? Home(PlanIndex plan, PlannedResource resource) =>
        plan.Source(resource, "vpcId", Types.Vpc) is { } vpc ? plan.Network.Vpcs.FirstOrDefault(each => each.Resource == vpc) : null;

    private static Admission Admitted(Opening opening)
    {
        var resource = opening.Resource;
        var isHidden = resource.Type == Types.SecurityGroup ? Hidden.In(resource) : Inputs.IsHidden(resource.At("fromPort")) || Inputs.IsHidden(resource.At("toPort"));
        return new(resource, opening.Ranges, !isHidden && opening is { OpensAll: true, Protocol: "-1" or "all" or "tcp" or "udp" or "6" or "17" });
    }
}
