using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>What a stack costs in a month at list price, as far as that is known: what is not has no amount, never 0.</summary>
public sealed record CostEstimate
{
    /// <summary>What a month counts as: 365 days of 24 hours, divided by 12.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>What has to be paid whatever the traffic, by URN and SKU.</summary>
    public required Sequence<FixedCost> Fixed { get; init; }

    /// <summary>What each unit of use costs; how many there will be the plan cannot know.</summary>
    public required Sequence<UsagePrice> Usage { get; init; }

    /// <summary>What costs and has no price here.</summary>
    public required Sequence<Unpriced> NotPriced { get; init; }

    /// <summary>What the use costs that is assumed, by place and SKU; empty where none is.</summary>
    public Sequence<AssumedCost> Assumed { get; init; } = [];

    /// <summary>What of the prices was old on the day of the preview; null where nothing was, or no day counts.</summary>
    /// <remarks>Never written with a plan, which holds no time: a reader has the days of the rows.</remarks>
    public OldPrices? Old { get; init; }

    /// <summary>What the fixed costs rest on, each as a sentence without a full stop.</summary>
    public static Sequence<string> Assumptions { get; } =
    [
        $"a month has {HoursPerMonth} hours",
        "list prices on demand: no discount, credit, free amount or tax",
        "every pool at its minimum",
        "a regional NAT gateway in every zone of its network, with one public address in each",
        "one public address for each Cloud NAT that picks its own",
        "one version of each key; each rotation of a key adds one",
        "use that is assumed goes by the primary path of its link, and each row begins at the first price tier",
        "a Kubernetes version is in extended support if its standard support had ended when the support table was read",
    ];

    /// <summary>All fixed costs of a month, in USD.</summary>
    public decimal FixedMonthlyUsd => Plain(Fixed.Sum(row => row.MonthlyUsd));

    /// <summary>What a month costs for the use that is assumed, in USD.</summary>
    public decimal UsageMonthlyUsd => Plain(Assumed.Sum(row => row.MonthlyUsd));

    /// <summary>The oldest day on which a price was read that stands in here; null where none does.</summary>
    public DateOnly? PricesAsOf => ReadOn.Select(day => (DateOnly?)day).Min();

    /// <summary>The days on which the prices were read, one for each row.</summary>
    internal IEnumerable<DateOnly> ReadOn => Fixed.Select(row => row.ReadOn).Concat(Usage.Select(row => row.ReadOn)).Concat(Assumed.Select(row => row.ReadOn));

    /// <summary>The costs of a plan's resources.</summary>
    /// <param name="resources">All resources of the plan.</param>
    /// <param name="outputs">What the stack says of itself, of which its links count; null where it says nothing.</param>
    /// <param name="use">How much is taken to be used; null for nothing.</param>
    public static CostEstimate Of(IReadOnlyList<PlannedResource> resources, SortedMap<PlanValue>? outputs = null, AssumedUse? use = null)
    {
        var sheet = new CostSheet(resources);
        foreach (var resource in resources)
        {
            if (!resource.IsCustom || resource.IsProvider || resource.Options.ReadId is not null || UnbilledTypes.All.Contains(resource.Type))
            {
                continue;
            }

            if (Pricing.Of(resource.Type) is { } price)
            {
                price(sheet, resource);
            }
            else
            {
                sheet.NotPriced(resource, "its type is in no price table here");
            }
        }

        if (use is not null && use != AssumedUse.None)
        {
            new UsePricing(sheet, resources, outputs ?? SortedMap<PlanValue>.Empty).Add(use);
        }

        return sheet.Sum();
    }

    /// <summary>The same number without zeros at its end, which would show where it is written.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}

/// <summary>One cost that does not depend on use.</summary>
/// <param name="Urn">Of what.</param>
/// <param name="Sku">What is sold.</param>
/// <param name="Item">The same for a reader, such as <c>3 × t4g.large</c>.</param>
/// <param name="Region">Where; <c>any</c> where it costs the same everywhere.</param>
/// <param name="Quantity">Units in a month.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="UnitUsd">The price of one unit.</param>
/// <param name="MonthlyUsd">Of all of them.</param>
/// <param name="ReadOn">The day on which the price was read.</param>
public sealed record FixedCost(
    string Urn, string Sku, string Item, string Region, decimal Quantity, string Unit, decimal UnitUsd, decimal MonthlyUsd, DateOnly ReadOn);

/// <summary>The price of a use.</summary>
/// <param name="Urn">Of what.</param>
/// <param name="Sku">What is sold.</param>
/// <param name="Item">The same for a reader.</param>
/// <param name="Region">Where; <c>any</c> where it costs the same everywhere.</param>
/// <param name="Unit">What is counted: a GB is 10^9 bytes, a GiB 2^30.</param>
/// <param name="UnitUsd">The price of the first unit.</param>
/// <param name="ReadOn">The day on which the price was read.</param>
public sealed record UsagePrice(string Urn, string Sku, string Item, string Region, string Unit, decimal UnitUsd, DateOnly ReadOn);

/// <summary>Something that costs, or may, and has no price here.</summary>
/// <param name="Urn">Of what.</param>
/// <param name="Why">What is missing, without a full stop.</param>
public sealed record Unpriced(string Urn, string Why);

/// <summary>What a use costs that is assumed.</summary>
/// <param name="Place">The site or the link whose use it is.</param>
/// <param name="Sku">What is sold.</param>
/// <param name="Item">The same for a reader.</param>
/// <param name="Region">Where; <c>any</c> where it costs the same everywhere.</param>
/// <param name="Quantity">Units in a month.</param>
/// <param name="Unit">What is counted: a GB is 10^9 bytes, a GiB 2^30.</param>
/// <param name="MonthlyUsd">Of all of them, each at the price of its tier.</param>
/// <param name="ReadOn">The day on which the price was read.</param>
public sealed record AssumedCost(
    string Place, string Sku, string Item, string Region, decimal Quantity, string Unit, decimal MonthlyUsd, DateOnly ReadOn);
