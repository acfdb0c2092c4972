using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>AWS refuses such a range in the middle of a deployment; one that is there twice gives two sessions the same address.</summary>
public sealed class LinkInsideRange() : Rule(new()
{
    Id = "link-inside-range",
    Title = "Ranges inside tunnels are /30, not reserved, and each there once",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "choose another /30 of 169.254.0.0/16, such as the plan of the link would",
})
{
    private const int Length = 30;

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16")!.Value;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var seen = new List<AwsTunnelEnd>();
        foreach (var end in plan.Network.Hubs.SelectMany(hub => hub.Connections).SelectMany(connection => connection.Ends))
        {
            if (end.Inside is not { } range)
            {
                continue;
            }

            var (resource, path) = (end.Connection.Resource, end.Path("InsideCidr"));
            if (range.PrefixLength != Length || !LinkLocal.Contains(range))
            {
                yield return Found(resource, $"has {range} inside tunnel {end.Number}, which is no /30 of {LinkLocal}", path);
            }
            else if (VpnFacts.InsideRanges.FirstOrDefault(row => row.Range.Overlaps(range)) is { } reserved)
            {
                yield return Found(resource, $"has {range} inside tunnel {end.Number}, of which {reserved.Keeper} keeps {reserved.Range}", path);
            }

            if (seen.Find(other => other.Inside!.Value.Overlaps(range)) is { } twin)
            {
                yield return Found(resource, $"has {range} inside tunnel {end.Number}, as {twin} does", path) with { Related = [twin.Connection.Resource.Urn] };
            }

            seen.Add(end);
        }
    }
}
