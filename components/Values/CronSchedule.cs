namespace CrossCloudMesh.Values;

/// <summary>A time that comes again and again, as cron writes it: minute, hour, day, month and day of the week.</summary>
public readonly record struct CronSchedule : ITextValue<CronSchedule>
{
    private const int Fields = 5;

    private readonly string? text;

    private CronSchedule(string text) => this.text = text;

    public static string Form => "five fields of cron in quotes, such as \"0 2 * * *\"";

    public static string Pattern => @"^[0-9*,/-]+( [0-9*,/-]+){4}$";

    public static CronSchedule? Parse(string text)
    {
        var fields = text.Split(' ');
        return fields.Length == Fields && Array.TrueForAll(fields, IsField) ? new CronSchedule(text) : null;
    }

    public override string ToString() => text ?? "";

    private static bool IsField(string field) => field.Length > 0 && field.All(letter => char.IsAsciiDigit(letter) || letter is '*' or ',' or '/' or '-');
}
