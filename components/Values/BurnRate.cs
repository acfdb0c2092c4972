using System.Collections.Immutable;

namespace CrossCloudMesh.Values;

/// <summary>How fast a budget of failures must burn for somebody to be told, and over which windows that is measured.</summary>
/// <remarks>
/// The share of the budget and the windows are those of Google's workbook, chapter "Alerting on SLOs"; the factor is not written down but
/// follows from them and the period. Source: https://sre.google/workbook/alerting-on-slos/, read 2026-11-20.
/// </remarks>
/// <param name="Key">What tells it from the others: <c>page-fast</c>.</param>
/// <param name="Pages">Whether it wakes somebody; else it waits for the working day.</param>
/// <param name="BudgetPercent">How much of the period's budget is gone when it is told, in percent.</param>
/// <param name="LongWindow">The window over which that much is gone.</param>
/// <param name="ShortWindow">The window that must burn as fast, so that it ends soon after the burning does.</param>
public sealed record BurnRate(string Key, bool Pages, int BudgetPercent, TimeSpan LongWindow, TimeSpan ShortWindow)
{
    /// <summary>The four severities, the most urgent first.</summary>
    public static ImmutableArray<BurnRate> All { get; } =
    [
        new("page-fast", true, 2, TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)),
        new("page-slow", true, 5, TimeSpan.FromHours(6), TimeSpan.FromMinutes(30)),
        new("ticket-fast", false, 10, TimeSpan.FromDays(1), TimeSpan.FromHours(2)),
        new("ticket-slow", false, 10, TimeSpan.FromDays(3), TimeSpan.FromHours(6)),
    ];

    /// <summary>How many times as fast as a budget that lasts the whole period: share of the budget, times period, by long window.</summary>
    /// <param name="periodDays">The days that the promise is for.</param>
    public decimal FactorOf(int periodDays) => BudgetPercent / 100m * periodDays * TimeSpan.TicksPerDay / LongWindow.Ticks;

    /// <summary>The share of failures, 0 to 1, from which on it is told.</summary>
    /// <param name="percent">What is promised.</param>
    /// <param name="periodDays">The days that the promise is for.</param>
    public decimal ThresholdOf(SloPercent percent, int periodDays) => FactorOf(periodDays) * percent.Budget;
}
