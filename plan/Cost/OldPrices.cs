namespace CrossCloudMesh.Plan.Cost;

/// <summary>That some prices were read long before the day of a preview.</summary>
/// <param name="Count">How many rows rest on one.</param>
/// <param name="Oldest">The oldest day on which one was read.</param>
/// <param name="Days">How long before the preview that was.</param>
public sealed record OldPrices(int Count, DateOnly Oldest, int Days)
{
    /// <summary>So many days a price counts as new.</summary>
    public const int MostDays = 90;

    /// <summary>What is old on a day; null where nothing is.</summary>
    public static OldPrices? On(DateOnly today, CostEstimate cost)
    {
        var old = cost.ReadOn.Where(day => today.DayNumber - day.DayNumber > MostDays).ToList();
        return old.Count == 0 ? null : new(old.Count, old.Min(), today.DayNumber - old.Min().DayNumber);
    }
}
