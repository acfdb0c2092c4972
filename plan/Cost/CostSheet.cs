using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Collects the costs of a plan, and answers what their reckoning asks about other resources.</summary>
internal sealed class CostSheet
{
    private readonly List<FixedCost> fixedCosts = [];
    private readonly List<UsagePrice> usage = [];
    private readonly List<Unpriced> notPriced = [];
    private readonly List<AssumedCost> assumed = [];
    private readonly Dictionary<string, PlannedResource> byUrn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlannedResource>> users = new(StringComparer.Ordinal);

    public CostSheet(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var resource in resources)
        {
            byUrn[resource.Urn] = resource;
            foreach (var (_, urns) in resource.PropertyDependencies)
            {
                foreach (var urn in urns)
                {
                    if (!users.TryGetValue(urn, out var list))
                    {
                        users[urn] = list = [];
                    }

                    if (list.Count == 0 || !ReferenceEquals(list[^1], resource))
                    {
                        list.Add(resource);
                    }
                }
            }
        }
    }

    /// <summary>Resources of a type that have an input from another.</summary>
    public IEnumerable<PlannedResource> UsersOf(PlannedResource resource, string type) =>
        (users.GetValueOrDefault(resource.Urn) ?? []).Where(user => user.Type == type);

    /// <summary>The resource of a type that an input comes from, or null.</summary>
    public PlannedResource? Behind(PlannedResource resource, string input, string type) =>
        resource.PropertyDependencies[input]?.Select(urn => byUrn.GetValueOrDefault(urn)).FirstOrDefault(found => found?.Type == type);

    /// <summary>Where a resource is: its own region, location or zone, else that of its provider; null where neither says.</summary>
    public string? RegionOf(PlannedResource resource)
    {
        var place = resource.Text("region") ?? resource.Text("location")
            ?? (resource.Provider is { } provider && byUrn.TryGetValue(provider, out var made) ? made.Text("region") : null);
        // A zone of Google Cloud is its region and a letter.
        return place is [.., '-', >= 'a' and <= 'z'] ? place[..^2] : place;
    }

    /// <summary>A cost by the hour, of so many at a time.</summary>
    public void Hourly(PlannedResource resource, string sku, string item, decimal count = 1) =>
        Fixed(resource, Price(resource, sku), item, count * CostEstimate.HoursPerMonth);

    /// <summary>A cost by the month, of so many units.</summary>
    public void Monthly(PlannedResource resource, string sku, string item, decimal quantity = 1) =>
        Fixed(resource, Price(resource, sku), item, quantity);

    /// <summary>A fixed cost at a price that may not be known.</summary>
    public void Fixed(PlannedResource resource, Price? price, string item, decimal quantity)
    {
        if (price is null)
        {
            NotPriced(resource, $"no price here for {item} in {RegionOf(resource) ?? "an unknown region"}");
            return;
        }

        fixedCosts.Add(new(
            resource.Urn,
            price.Sku,
            item,
            price.Region,
            CostEstimate.Plain(quantity),
            price.Unit,
            CostEstimate.Plain(price.Tiers[0].Usd),
            CostEstimate.Plain(price.Of(quantity)),
            price.Source.ReadOn));
    }

    public void Usage(PlannedResource resource, string sku, string item)
    {
        if (Price(resource, sku) is { } price)
        {
            usage.Add(new(resource.Urn, price.Sku, item, price.Region, price.Unit, CostEstimate.Plain(price.Tiers[0].Usd), price.Source.ReadOn));
        }
        else
        {
            NotPriced(resource, $"no price here for {item} in {RegionOf(resource) ?? "an unknown region"}");
        }
    }

    /// <summary>The cost of a use that is assumed.</summary>
    /// <param name="about">The resource that is named where there is no price.</param>
    /// <param name="region">Where it is billed.</param>
    /// <param name="place">The site or the link whose use it is.</param>
    /// <param name="sku">What is sold.</param>
    /// <param name="item">The same for a reader.</param>
    /// <param name="gigabytes">How much, where the price counts in GB.</param>
    /// <param name="gibibytes">How much, where the price counts in GiB.</param>
    public void Assume(PlannedResource about, string region, string place, string sku, string item, decimal gigabytes, decimal gibibytes)
    {
        if (gigabytes == 0)
        {
            return;
        }

        if (Prices.Find(sku, region) is not { } price)
        {
            NotPriced(about, $"no price here for {item} in {(region.Length > 0 ? region : "an unknown region")}, use of {place}");
            return;
        }

        var quantity = price.Unit == "GiB" ? gibibytes : gigabytes;
        assumed.Add(new(place, price.Sku, item, price.Region, CostEstimate.Plain(quantity), price.Unit, CostEstimate.Plain(price.Of(quantity)), price.Source.ReadOn));
    }

    public void NotPriced(PlannedResource resource, string why) => notPriced.Add(new(resource.Urn, why));

    /// <summary>Everything, in an order that does not depend on that of the resources.</summary>
    public CostEstimate Sum()
    {
        fixedCosts.Sort((a, b) => Order(a.Urn, b.Urn, a.Sku, b.Sku, a.Item, b.Item));
        usage.Sort((a, b) => Order(a.Urn, b.Urn, a.Sku, b.Sku, a.Item, b.Item));
        assumed.Sort((a, b) => Order(a.Place, b.Place, a.Sku, b.Sku, a.Item, b.Item));
        notPriced.Sort((a, b) => Order(a.Urn, b.Urn, a.Why, b.Why, "", ""));
        return new()
        {
            Fixed = Sequence.Create<FixedCost>([.. fixedCosts]),
            Usage = Sequence.Create<UsagePrice>([.. usage]),
            NotPriced = Sequence.Create<Unpriced>([.. notPriced]),
            Assumed = Sequence.Create<AssumedCost>([.. assumed]),
        };
    }

    private Price? Price(PlannedResource resource, string sku) => Prices.Find(sku, RegionOf(resource) ?? "");

    private static int Order(string urn, string otherUrn, string first, string otherFirst, string second, string otherSecond)
    {
        var order = string.CompareOrdinal(urn, otherUrn);
        order = order != 0 ? order : string.CompareOrdinal(first, otherFirst);
        return order != 0 ? order : string.CompareOrdinal(second, otherSecond);
    }
}
