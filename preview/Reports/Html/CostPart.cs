using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What a month costs: fixed by component, the prices of use, and what has none.</summary>
internal static class CostPart
{
    private static readonly string[] Fixed = ["component", "what", "#USD a month"];
    private static readonly string[] Changed = ["component", "#before", "#after", "#USD a month"];
    private static readonly string[] Assumed = ["where", "what", "#times", "of", "#USD a month"];
    private static readonly string[] Usage = ["what", "#times", "#USD", "per"];
    private static readonly string[] NotPriced = ["component", "why", "#times"];

    public static void Write(Markup page, PlanDocument plan, CostEstimate cost)
    {
        var lineage = new Lineage(plan.Resources);
        page.Element("p", $"{CostSection.Usd(cost.FixedMonthlyUsd)} USD a month whatever the traffic{CostSection.Use(cost)}.", "lead");
        if (cost.Old is { } old)
        {
            page.Element("p", CostSection.Told(old) + ".", "bad");
        }

        if (plan.CostChange is { } change)
        {
            Difference(page, change);
        }

        page.Table(
            "Fixed costs by component, list prices on demand",
            Fixed,
            cost.Fixed.GroupBy(row => Name(lineage, row.Urn), StringComparer.Ordinal)
                .Select(component => (Name: component.Key, Items: Counted(component.Select(row => row.Item)), Usd: component.Sum(row => row.MonthlyUsd)))
                .OrderByDescending(component => component.Usd).ThenBy(component => component.Name, StringComparer.Ordinal)
                .Select(component => new Cell[] { component.Name, new(string.Join(", ", component.Items), "soft"), CostSection.Usd(component.Usd) }),
            ["all", "", CostSection.Usd(cost.FixedMonthlyUsd)]);
        if (cost.Assumed.Count > 0)
        {
            page.Table(
                "What the use costs that the settings assume",
                Assumed,
                cost.Assumed.OrderBy(row => row.Place, StringComparer.Ordinal).ThenByDescending(row => row.MonthlyUsd)
                    .Select(row => new Cell[] { row.Place, row.Item, $"{row.Quantity:#,0.##}", row.Unit, CostSection.Usd(row.MonthlyUsd) }),
                ["all", "", "", "", CostSection.Usd(cost.UsageMonthlyUsd)]);
        }

        if (cost.Usage.Count > 0)
        {
            page.Folded("Prices of use", () => page.Table(
                "Prices of use; how much there will be, a plan cannot know",
                Usage,
                cost.Usage.GroupBy(row => (row.Item, row.UnitUsd, row.Unit)).OrderBy(row => row.Key.Item, StringComparer.Ordinal).ThenBy(row => row.Key.UnitUsd)
                    .Select(row => new Cell[] { row.Key.Item, $"{row.Count()}", row.Key.UnitUsd.ToString("0.00##########"), row.Key.Unit })));
        }

        if (cost.NotPriced.Count > 0)
        {
            page.Folded($"{Signs.Plural(cost.NotPriced.Count, "item")} not priced", () => page.Table(
                "What costs, or may, and has no price here; an unknown price is never 0",
                NotPriced,
                cost.NotPriced.GroupBy(row => (Name: Name(lineage, row.Urn), row.Why))
                    .OrderBy(row => row.Key.Name, StringComparer.Ordinal).ThenBy(row => row.Key.Why, StringComparer.Ordinal)
                    .Select(row => new Cell[] { row.Key.Name, row.Key.Why, $"{row.Count()}" })));
        }

        page.Folded("What the amounts rest on", () => page.In("ul", () =>
        {
            foreach (var assumption in CostEstimate.Assumptions)
            {
                page.Element("li", assumption);
            }

            if (cost.PricesAsOf is { } day)
            {
                page.Element("li", $"the oldest price was read on {day:yyyy-MM-dd}");
            }
        }));
    }

    private static void Difference(Markup page, CostDifference change)
    {
        page.Element("p", CostSection.Told(change) + ".");
        if (change.Components.Count > 0)
        {
            page.Table(
                "What costs more or less than before",
                Changed,
                change.Components.OrderByDescending(each => Math.Abs(each.DeltaUsd)).ThenBy(each => each.Name, StringComparer.Ordinal)
                    .Select(each => new Cell[] { each.Name, CostSection.Usd(each.Before.Usd), CostSection.Usd(each.After.Usd), CostSection.Signed(each.DeltaUsd) }),
                ["all", CostSection.Usd(change.Before.Usd), CostSection.Usd(change.After.Usd), CostSection.Signed(change.DeltaUsd)]);
        }
    }

    private static IEnumerable<string> Counted(IEnumerable<string> items) =>
        items.GroupBy(item => item, StringComparer.Ordinal).Select(item => item.Count() == 1 ? item.Key : $"{item.Key} (×{item.Count()})");

    private static string Name(Lineage lineage, string urn) => lineage[urn] is { } resource ? lineage.RootOf(resource).Name : Signs.Short(urn);
}
