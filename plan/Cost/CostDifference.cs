using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>What an update changes in what a month costs, as far as both plans have prices for it.</summary>
/// <param name="Before">Of all components of the earlier plan.</param>
/// <param name="After">Of all components of the later one.</param>
/// <param name="Components">Those that cost something else than before, by name.</param>
public sealed record CostDifference(MonthlyCost Before, MonthlyCost After, Sequence<ComponentCost> Components)
{
    /// <summary>How much more, or less where it is below zero, a month costs with all that is assumed of it, in USD.</summary>
    public decimal DeltaUsd => CostEstimate.Plain(After.Usd - Before.Usd);

    /// <summary>The difference of two plans; null where one of them was not reckoned.</summary>
    public static CostDifference? Of(PlanDocument before, PlanDocument after)
    {
        if (before.Cost is null || after.Cost is null)
        {
            return null;
        }

        var (earlier, later) = (ByComponent(before, before.Cost), ByComponent(after, after.Cost));
        var changed = earlier.Keys.Union(later.Keys, StringComparer.Ordinal)
            .Select(name => new ComponentCost(name, earlier.GetValueOrDefault(name, MonthlyCost.None), later.GetValueOrDefault(name, MonthlyCost.None)))
            .Where(component => component.Before != component.After)
            .OrderBy(component => component.Name, StringComparer.Ordinal);
        return new(Sum(earlier), Sum(later), Sequence.Create<ComponentCost>([.. changed]));
    }

    /// <summary>What each component costs, by its name: a resource that stands in none is its own.</summary>
    private static Dictionary<string, MonthlyCost> ByComponent(PlanDocument plan, CostEstimate cost)
    {
        var lineage = new Lineage(plan.Resources);
        var found = new Dictionary<string, MonthlyCost>(StringComparer.Ordinal);
        foreach (var row in cost.Fixed)
        {
            Add(NameOf(lineage, row.Urn), new(row.MonthlyUsd, 0, 0));
        }

        foreach (var row in cost.Assumed)
        {
            Add($"use of {row.Place}", new(0, row.MonthlyUsd, 0));
        }

        foreach (var row in cost.NotPriced)
        {
            Add(NameOf(lineage, row.Urn), new(0, 0, 1));
        }

        return found;

        void Add(string name, MonthlyCost more) => found[name] = found.GetValueOrDefault(name, MonthlyCost.None).Plus(more);
    }

    private static string NameOf(Lineage lineage, string urn) =>
        lineage[urn] is { } resource ? lineage.RootOf(resource).Name : urn[(urn.LastIndexOf(':') + 1)..];

    private static MonthlyCost Sum(Dictionary<string, MonthlyCost> components) => components.Values.Aggregate(MonthlyCost.None, (sum, each) => sum.Plus(each));
}

/// <summary>What one component costs in a month, before an update and after it.</summary>
/// <param name="Name">The component below the stack, or <c>use of</c> the site or link for which it is assumed.</param>
/// <param name="Before">Nothing where it is new.</param>
/// <param name="After">Nothing where it goes.</param>
public sealed record ComponentCost(string Name, MonthlyCost Before, MonthlyCost After)
{
    /// <summary>How much more, or less where it is below zero, in USD.</summary>
    public decimal DeltaUsd => CostEstimate.Plain(After.Usd - Before.Usd);
}

/// <summary>What something costs in a month.</summary>
/// <param name="FixedUsd">Whatever the use, in USD.</param>
/// <param name="UsageUsd">For the use that is assumed, in USD.</param>
/// <param name="NotPriced">How many things of it have no price here.</param>
public sealed record MonthlyCost(decimal FixedUsd, decimal UsageUsd, int NotPriced)
{
    public static MonthlyCost None { get; } = new(0, 0, 0);

    /// <summary>Both parts, in USD.</summary>
    public decimal Usd => CostEstimate.Plain(FixedUsd + UsageUsd);

    internal MonthlyCost Plus(MonthlyCost more) => new(CostEstimate.Plain(FixedUsd + more.FixedUsd), CostEstimate.Plain(UsageUsd + more.UsageUsd), NotPriced + more.NotPriced);
}
