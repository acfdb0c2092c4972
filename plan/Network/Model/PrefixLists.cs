using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Ranges that an input names by itself, or by a list of prefixes.</summary>
internal static class PrefixLists
{
    private const string Type = "aws:ec2/managedPrefixList:ManagedPrefixList";

    /// <param name="plan">The plan.</param>
    /// <param name="resource">Whose input it is.</param>
    /// <param name="range">The path of a range.</param>
    /// <param name="list">The input that names a list.</param>
    public static IEnumerable<Cidr> Ranges(PlanIndex plan, PlannedResource resource, string range, string list)
    {
        if (VpcReader.Range(resource, range) is { } one)
        {
            yield return one;
        }

        foreach (var source in plan.Sources(resource, list, Type))
        {
            foreach (var item in source.Items("entries"))
            {
                if (VpcReader.Range(source, item + ".cidr") is { } entry)
                {
                    yield return entry;
                }
            }
        }
    }
}
