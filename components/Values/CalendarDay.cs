using System.Globalization;

namespace CrossCloudMesh.Values;

/// <summary>A day of the calendar.</summary>
public readonly record struct CalendarDay(DateOnly Date) : ITextValue<CalendarDay>
{
    private const string Format = "yyyy-MM-dd";

    public static string Form => "a day in quotes, such as \"2027-03-31\"";

    public static string Pattern => "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    public static CalendarDay? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new CalendarDay(date) : null;

    public override string ToString() => Date.ToString(Format, CultureInfo.InvariantCulture);
}
