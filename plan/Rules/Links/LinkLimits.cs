using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Such a limit is met in the middle of a deployment, and no request raises it.</summary>
public sealed class LinkLimits() : Rule(new()
{
    Id = "link-limits",
    Title = "Nothing has more routers, sessions, tables or gateways than its cloud allows",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "let several links share what there are too many of, or spread them over more hubs or networks",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var limit in RouteLimits.FanOut)
        {
            foreach (var group in plan.Of(limit.Type).Where(each => Holder(each, limit) is not null)
                .GroupBy(each => (Holder(each, limit), limit.IsPerRegion ? plan.Region(each) : null)))
            {
                if (group.Count() > limit.Count && plan[group.Key.Item1!] is { } holder)
                {
                    var where = group.Key.Item2 is { } region ? $" ({region})" : "";
                    yield return Found(holder, $"has {group.Count()} {limit.What}{where}, of which there may be {limit.Count}")
                        with
                    { Related = Sequence.Sorted(group.Select(each => each.Urn)) };
                }
            }
        }
    }

    private static string? Holder(PlannedResource resource, FanOutLimit limit) =>
        resource.PropertyDependencies[limit.Property] is [var urn] ? urn : null;
}
