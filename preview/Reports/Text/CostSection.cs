using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What a month costs: fixed by component, the prices of use, and what has none.</summary>
internal static class CostSection
{
    private const int Column = 14;
    private const int AmountWidth = 9;
    private const int NameWidth = 24;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        if (plan.Cost is not { } cost)
        {
            return;
        }

        page.Write("  ").Write("costs", Ink.Faint).To(Column).Write($"{Usd(cost.FixedMonthlyUsd)} USD a month", Ink.Strong)
            .Line($" fixed{Use(cost)}, and " + (cost.NotPriced.Count == 0 ? "nothing is without a price" : $"{Signs.Plural(cost.NotPriced.Count, "item")} not priced"));
        if (plan.CostChange is { } change)
        {
            page.To(Column).Flow(Told(change).Split(' '), change.DeltaUsd > 0 ? Ink.Warning : Ink.Plain);
            Changes(page, change);
        }

        if (cost.Old is { } old)
        {
            page.To(Column).Flow(Told(old).Split(' '), Ink.Warning);
        }

        // An update is judged by what it changes; the rest is the same as before.
        if (detail == Detail.Full || (detail == Detail.Changes && plan.Base is null))
        {
            var lineage = new Lineage(plan.Resources);
            Components(page, cost, lineage);
            Assumed(page, cost);
            List(page, "by use", cost.Usage.Select(row => $"{row.Item} {Exact(row.UnitUsd)} per {row.Unit}"));
            List(page, "not priced", cost.NotPriced.Select(row => $"{Name(lineage, row.Urn)}: {row.Why}"));
            if (cost.PricesAsOf is { } day)
            {
                page.To(Column).Flow($"list prices on demand, the oldest read {day:yyyy-MM-dd}; every pool at its minimum".Split(' '), Ink.Faint);
            }
        }

        page.Line();
    }

    private static void Components(Canvas page, CostEstimate cost, Lineage lineage)
    {
        foreach (var component in cost.Fixed.GroupBy(row => Name(lineage, row.Urn), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            page.To(Column).Write(Usd(component.Sum(row => row.MonthlyUsd)).PadLeft(AmountWidth)).Write("  ")
                .Write(component.Key.PadRight(NameWidth), Ink.Strong).To(page.Column + 1)
                .Flow(Words(component.OrderByDescending(row => row.MonthlyUsd).Select(row => row.Item)));
        }
    }

    private static void Assumed(Canvas page, CostEstimate cost)
    {
        foreach (var place in cost.Assumed.GroupBy(row => row.Place, StringComparer.Ordinal))
        {
            page.To(Column).Write(Usd(place.Sum(row => row.MonthlyUsd)).PadLeft(AmountWidth)).Write("  ")
                .Write($"use of {place.Key}".PadRight(NameWidth), Ink.Strong).To(page.Column + 1)
                .Flow(Words(place.Select(row => $"{row.Quantity:#,0.##} {row.Unit} {row.Item}")));
        }
    }

    /// <summary>What each component costs more or less than before, the largest difference first.</summary>
    private static void Changes(Canvas page, CostDifference change)
    {
        foreach (var component in change.Components.OrderByDescending(each => Math.Abs(each.DeltaUsd)).ThenBy(each => each.Name, StringComparer.Ordinal))
        {
            page.To(Column).Write(Signed(component.DeltaUsd).PadLeft(AmountWidth)).Write("  ")
                .Write(component.Name.PadRight(NameWidth), Ink.Strong).To(page.Column + 1)
                .Flow(Told(component).Split(' '));
        }
    }

    private static string Told(ComponentCost component)
    {
        var amounts = (component.Before.Usd, component.After.Usd) switch
        {
            (0, var after) => $"now {Usd(after)}",
            (var before, 0) => $"no longer {Usd(before)}",
            var (before, after) => $"{Usd(after)} instead of {Usd(before)}",
        };
        var more = component.After.NotPriced - component.Before.NotPriced;
        return more == 0 ? amounts : $"{amounts}, and {Signs.Plural(Math.Abs(more), "item")} {(more > 0 ? "more" : "less")} not priced";
    }

    /// <summary>What an update changes in the sum, in one sentence.</summary>
    public static string Told(CostDifference change)
    {
        var more = change.After.NotPriced - change.Before.NotPriced;
        var unpriced = more == 0 ? "" : $", and {Signs.Plural(Math.Abs(more), "item")} {(more > 0 ? "more" : "less")} not priced";
        return change.DeltaUsd == 0
            ? $"as much as before{unpriced}"
            : $"{Usd(Math.Abs(change.DeltaUsd))} USD a month {(change.DeltaUsd > 0 ? "more" : "less")} than before{unpriced}";
    }

    /// <summary>What of the prices is old, in one sentence.</summary>
    public static string Told(OldPrices old) =>
        $"{Signs.Plural(old.Count, "price")} of these {(old.Count == 1 ? "was" : "were")} read more than {OldPrices.MostDays} days ago, the oldest on {old.Oldest:yyyy-MM-dd}: look them up before you rely on them";

    /// <summary>What the use costs, as far as it is assumed.</summary>
    public static string Use(CostEstimate cost) =>
        cost.Assumed.Count == 0 ? "; use comes on top" : $", {Usd(cost.UsageMonthlyUsd)} for assumed use";

    /// <summary>A difference of amounts, with its sign.</summary>
    public static string Signed(decimal amount) => amount > 0 ? "+" + Usd(amount) : Usd(amount);

    private static void List(Canvas page, string title, IEnumerable<string> items)
    {
        var words = Words(items);
        if (words.Count > 0)
        {
            page.To(Column).Write(title, Ink.Faint).To(Column + AmountWidth + 2).Flow(words);
        }
    }

    /// <summary>The distinct items with how often each is there, an item on one line where it fits.</summary>
    private static List<string> Words(IEnumerable<string> items)
    {
        var counted = items.GroupBy(item => item, StringComparer.Ordinal)
            .Select(item => item.Count() == 1 ? item.Key : $"{item.Key} (×{item.Count()})")
            .ToList();
        return counted.ConvertAll(item => item == counted[^1] ? item : item + ",");
    }

    private static string Name(Lineage lineage, string urn) => lineage[urn] is { } resource ? lineage.RootOf(resource).Name : Signs.Short(urn);

    /// <summary>An amount of US dollars.</summary>
    public static string Usd(decimal amount) => amount.ToString("#,0.00");

    private static string Exact(decimal amount) => amount.ToString("0.00##########");
}
