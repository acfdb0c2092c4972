using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What one unit of something costs: list price, in USD, without tax, credits or free amounts.</summary>
/// <param name="Sku">Our name for what is sold.</param>
/// <param name="Region">The cloud's region, or <c>any</c>.</param>
/// <param name="Unit">What is counted: <c>hour</c>, <c>month</c>, <c>million</c>, <c>GB</c>, <c>GiB</c>, <c>GB-month</c>, <c>GiB-month</c>.</param>
/// <param name="Tiers">The price of a unit from a quantity on, the smallest quantity, which is 0, first.</param>
/// <param name="Source">Where and when it was read.</param>
public sealed record Price(string Sku, string Region, string Unit, ImmutableArray<PriceTier> Tiers, Source Source)
{
    public const string AnyRegion = "any";

    /// <summary>What a quantity costs, each part of it at the price of its tier.</summary>
    public decimal Of(decimal quantity)
    {
        var total = 0m;
        for (var i = 0; i < Tiers.Length; i++)
        {
            var end = i + 1 < Tiers.Length ? Math.Min(quantity, Tiers[i + 1].From) : quantity;
            total += Math.Max(0, end - Tiers[i].From) * Tiers[i].Usd;
        }

        return total;
    }
}

/// <summary>The price of a unit from a quantity on.</summary>
/// <param name="From">In units of the price.</param>
/// <param name="Usd">Of one unit.</param>
public sealed record PriceTier(decimal From, decimal Usd);
