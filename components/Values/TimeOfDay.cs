namespace CrossCloudMesh.Values;

/// <summary>A time of day in UTC, to the minute.</summary>
public readonly record struct TimeOfDay : ITextValue<TimeOfDay>
{
    private readonly string? text;

    private TimeOfDay(string text) => this.text = text;

    public static string Form => "a time of day in UTC, such as \"03:00\"";

    public static string Pattern => @"^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public static TimeOfDay? Parse(string text) =>
        text is [>= '0' and <= '2', >= '0' and <= '9', ':', >= '0' and <= '5', >= '0' and <= '9'] && string.CompareOrdinal(text, "24") < 0
            ? new TimeOfDay(text)
            : null;

    public override string ToString() => text ?? "";
}
