using System.Globalization;
using System.Text.Json;
using CrossCloudMesh.Plan.Cost;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>cost</c> of a written plan. Its totals are told for a reader, and must be those of its rows.</summary>
internal static class CostJson
{
    private const string Currency = "USD";
    private const string Day = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, string name, CostEstimate? cost)
    {
        if (cost is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("currency", Currency);
        json.WriteNumber("hoursPerMonth", CostEstimate.HoursPerMonth);
        json.WriteString("pricesAsOf", cost.PricesAsOf?.ToString(Day));
        json.WriteNumber("fixedMonthlyUsd", cost.FixedMonthlyUsd);
        json.WriteStartArray("fixed");
        foreach (var row in cost.Fixed)
        {
            json.WriteStartObject();
            Sold(json, row.Urn, row.Sku, row.Item, row.Region);
            json.WriteNumber("quantity", row.Quantity);
            json.WriteString("unit", row.Unit);
            json.WriteNumber("unitUsd", row.UnitUsd);
            json.WriteNumber("monthlyUsd", row.MonthlyUsd);
            json.WriteString("readOn", row.ReadOn.ToString(Day));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("usage");
        foreach (var row in cost.Usage)
        {
            json.WriteStartObject();
            Sold(json, row.Urn, row.Sku, row.Item, row.Region);
            json.WriteString("unit", row.Unit);
            json.WriteNumber("unitUsd", row.UnitUsd);
            json.WriteString("readOn", row.ReadOn.ToString(Day));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (cost.Assumed.Count > 0)
        {
            json.WriteNumber("usageMonthlyUsd", cost.UsageMonthlyUsd);
            json.WriteStartArray("assumed");
            foreach (var row in cost.Assumed)
            {
                json.WriteStartObject();
                json.WriteString("place", row.Place);
                json.WriteString("sku", row.Sku);
                json.WriteString("item", row.Item);
                json.WriteString("region", row.Region);
                json.WriteNumber("quantity", row.Quantity);
                json.WriteString("unit", row.Unit);
                json.WriteNumber("monthlyUsd", row.MonthlyUsd);
                json.WriteString("readOn", row.ReadOn.ToString(Day));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("notPriced");
        foreach (var row in cost.NotPriced)
        {
            json.WriteStartObject();
            json.WriteString("urn", row.Urn);
            json.WriteString("why", row.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PlanWriter.Texts(json, "assumptions", CostEstimate.Assumptions);
        json.WriteEndObject();
    }

    public static CostEstimate Read(JsonNode node)
    {
        var members = node.Object();
        Must(members["currency"], n => n.Text() == Currency, Currency);
        Must(members["hoursPerMonth"], n => n.Count() == CostEstimate.HoursPerMonth, $"{CostEstimate.HoursPerMonth}");
        var (asOf, total) = (members.Optional("pricesAsOf"), members["fixedMonthlyUsd"]);
        var use = members.Optional("usageMonthlyUsd");
        var cost = new CostEstimate
        {
            Assumed = Sequence.Create<AssumedCost>([.. members.Optional("assumed")?.Items().ConvertAll(Assumed) ?? []]),
            Fixed = Sequence.Create<FixedCost>([.. members["fixed"].Items().ConvertAll(Fixed)]),
            Usage = Sequence.Create<UsagePrice>([.. members["usage"].Items().ConvertAll(Usage)]),
            NotPriced = Sequence.Create<Unpriced>([.. members["notPriced"].Items().ConvertAll(NotPriced)]),
        };
        Must(members["assumptions"], n => n.Texts().Count > 0, "what the costs rest on");
        members.End();
        Must(total, n => n.Amount() == cost.FixedMonthlyUsd, "the sum of the fixed costs");
        if (use is { } sum)
        {
            Must(sum, n => n.Amount() == cost.UsageMonthlyUsd, "the sum of the use that is assumed");
        }

        return (asOf is { } told ? Date(told) : null) == cost.PricesAsOf
            ? cost
            : throw node.Wrong("an estimate whose pricesAsOf is the oldest day of its rows");
    }

    private static void Sold(Utf8JsonWriter json, string urn, string sku, string item, string region)
    {
        json.WriteString("urn", urn);
        json.WriteString("sku", sku);
        json.WriteString("item", item);
        json.WriteString("region", region);
    }

    private static FixedCost Fixed(JsonNode node)
    {
        var members = node.Object();
        var row = new FixedCost(
            members["urn"].Text(),
            members["sku"].Text(),
            members["item"].Text(),
            members["region"].Text(),
            members["quantity"].Amount(),
            members["unit"].Text(),
            members["unitUsd"].Amount(),
            members["monthlyUsd"].Amount(),
            Date(members["readOn"]));
        members.End();
        return row;
    }

    private static UsagePrice Usage(JsonNode node)
    {
        var members = node.Object();
        var row = new UsagePrice(
            members["urn"].Text(),
            members["sku"].Text(),
            members["item"].Text(),
            members["region"].Text(),
            members["unit"].Text(),
            members["unitUsd"].Amount(),
            Date(members["readOn"]));
        members.End();
        return row;
    }

    private static AssumedCost Assumed(JsonNode node)
    {
        var members = node.Object();
        var row = new AssumedCost(
            members["place"].Text(),
            members["sku"].Text(),
            members["item"].Text(),
            members["region"].Text(),
            members["quantity"].Amount(),
            members["unit"].Text(),
            members["monthlyUsd"].Amount(),
            Date(members["readOn"]));
        members.End();
        return row;
    }

    private static Unpriced NotPriced(JsonNode node)
    {
        var members = node.Object();
        var row = new Unpriced(members["urn"].Text(), members["why"].Text());
        members.End();
        return row;
    }

    private static DateOnly Date(JsonNode node) =>
        DateOnly.TryParseExact(node.Text(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw node.Wrong("a day as 2026-11-21");

    private static void Must(JsonNode node, Func<JsonNode, bool> holds, string expected)
    {
        if (!holds(node))
        {
            throw node.Wrong(expected);
        }
    }
}
