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
            .Line(" fixed; use comes on top, and " + (cost.NotPriced.Count == 0 ? "nothing is without a price" : $"{Signs.Plural(cost.NotPriced.Count, "item")} not priced"));
        if (detail != Detail.Summary)
        {
            var lineage = new Lineage(plan.Resources);
            Components(page, cost, lineage);
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
