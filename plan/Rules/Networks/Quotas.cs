using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A quota is met in the middle of a deployment, and raised in days. Only what the plan itself makes is counted.</summary>
public sealed class Quotas() : Rule(new()
{
    Id = "quota",
    Title = "The plan stays within the quotas that a new account has",
    Severity = Severity.Warning,
    Scope = RuleScope.Stack,
    Fix = "ask AWS for a higher quota before the deployment, or make fewer; then suppress this with the granted number as reason",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var quota in QuotaFacts.All)
        {
            var counted = new Dictionary<string, List<PlannedResource>>(StringComparer.Ordinal);
            foreach (var resource in plan.Of(quota.Type))
            {
                if (Holder(plan, quota, resource) is { } holder)
                {
                    counted.TryAdd(holder, []);
                    counted[holder].Add(resource);
                }
            }

            foreach (var (holder, resources) in counted)
            {
                if (resources.Count > quota.Default)
                {
                    var owner = plan[holder];
                    yield return Found(owner ?? resources[0], $"{(owner is null ? "is one of" : "has")} {resources.Count} {quota.What}; a new account has {quota.Default}")
                        with
                    { Related = Sequence.Sorted(resources.Select(resource => resource.Urn)) };
                }
            }
        }
    }

    /// <summary>What a resource counts against: the URN of what it belongs to, or a region of one provider.</summary>
    private static string? Holder(PlanIndex plan, QuotaFact quota, PlannedResource resource)
    {
        if (quota.Condition is { } condition && resource.Text(condition.Property) != condition.Value)
        {
            return null;
        }

        return quota.PerProperty is { } property
            ? (resource.PropertyDependencies[property] is [var urn] ? urn : null)
            : plan.Region(resource) is { } region ? $"{resource.Provider} {region}" : null;
    }
}
