using System.Globalization;

namespace CrossCloudMesh.Values;

/// <summary>A share of calls that is promised, in percent, as exact as it was written: <c>99.95</c>.</summary>
public readonly record struct SloPercent : ITextValue<SloPercent>
{
    private const decimal Least = 50;
    private const int MostDecimals = 3;

    private readonly string? text;

    private SloPercent(string text, decimal percent) => (this.text, Percent) = (text, percent);

    /// <summary>50 to 100.</summary>
    public decimal Percent { get; }

    /// <summary>The share that may fail, 0 to 0.5.</summary>
    public decimal Budget => 1 - (Percent / 100);

    public static string Form => "a percentage from 50 to 100 in quotes, with three decimals at most, such as \"99.9\"";

    public static string Pattern => @"^([5-9][0-9](\.[0-9]{1,3})?|100)$";

    public static SloPercent? Parse(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= Least and <= 100
            && char.IsAsciiDigit(text[^1])
            && (point < 0 || text.Length - point - 1 <= MostDecimals)
            ? new SloPercent(text, percent)
            : null;
    }

    public override string ToString() => text ?? "";
}
