using System.Globalization;

namespace CrossCloudMesh.Values;

/// <summary>A day of this century.</summary>
public readonly record struct CalendarDay : ITextValue<CalendarDay>
{
    private readonly string? text;

    private CalendarDay(string text, DateOnly date) => (this.text, Date) = (text, date);

    public DateOnly Date { get; }

    public static string Form => "a day in quotes, such as \"2027-03-31\"";

    public static string Pattern =>
        "^20[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";

    public static CalendarDay? Parse(string text) =>
        text.StartsWith("20", StringComparison.Ordinal)
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new CalendarDay(text, date)
            : null;

    public override string ToString() => text ?? "";
}
