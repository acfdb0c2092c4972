using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>What several ranges hold together.</summary>
internal static class RangeSets
{
    private const int Longest = 32;

    /// <summary>Whether every address of a range is in one of the others.</summary>
    public static bool Cover(this IReadOnlyCollection<Cidr> parts, Cidr whole)
    {
        if (parts.Any(part => part.Contains(whole)))
        {
            return true;
        }

        Cidr[] inside = [.. parts.Where(whole.Contains)];
        return inside.Length > 1 && whole.PrefixLength < Longest
            && Cover(inside, whole.Part(whole.PrefixLength + 1, 0)) && Cover(inside, whole.Part(whole.PrefixLength + 1, 1));
    }

    /// <summary>Whether the plan tells every range of a VPC.</summary>
    public static bool TellsAll(this PlanIndex plan, Vpc vpc) =>
        plan.Users(vpc.Resource, Types.VpcRange, "vpcId").Prepend(vpc.Resource).All(each => each.Text("cidrBlock") is not null);
}
