using System.Buffers;

namespace CrossCloudMesh.Values;

/// <summary>A time that comes again and again, as AWS writes it: minute, hour, day, month, day of the week and year, in UTC.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html, read 2026-11-21.</remarks>
public readonly record struct AwsCronSchedule : ITextValue<AwsCronSchedule>
{
    private const string Opening = "cron(";
    private const int Fields = 6;
    private const int DayOfMonth = 2;
    private const int DayOfWeek = 4;

    private readonly string? text;

    private AwsCronSchedule(string text) => this.text = text;

    public static string Form => "cron with six fields of which one of the days is a question mark, in quotes, such as \"cron(0 2 * * ? *)\"";

    public static string Pattern => @"^cron\([0-9*,/-]+ [0-9*,/-]+ (\? [0-9A-Z*,/-]+ [0-9A-Z*,/#-]+|[0-9LW*,/-]+ [0-9A-Z*,/-]+ \?) [0-9*,/-]+\)$";

    public static AwsCronSchedule? Parse(string text)
    {
        if (!text.StartsWith(Opening, StringComparison.Ordinal) || text[^1] != ')')
        {
            return null;
        }

        var fields = text[Opening.Length..^1].Split(' ');
        return fields.Length == Fields && AreDays(fields[DayOfMonth], fields[DayOfWeek])
            && Has(fields[0], Numbers) && Has(fields[1], Numbers) && Has(fields[3], Names) && Has(fields[5], Numbers)
            ? new AwsCronSchedule(text)
            : null;
    }

    public override string ToString() => text ?? "";

    private static bool AreDays(string ofMonth, string ofWeek) => ofMonth == "?" ? Has(ofWeek, DaysOfWeek) : ofWeek == "?" && Has(ofMonth, DaysOfMonth);

    private static bool Has(string field, SearchValues<char> allowed) => field.Length > 0 && !field.AsSpan().ContainsAnyExcept(allowed);

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789*,/-");
    private static readonly SearchValues<char> DaysOfMonth = SearchValues.Create("0123456789LW*,/-");
    private static readonly SearchValues<char> Names = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*,/-");
    private static readonly SearchValues<char> DaysOfWeek = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*,/#-");
}
