using System.Text;

namespace CrossCloudMesh.Plan.Pictures.Svg;

/// <summary>How wide a text is at most, whichever font a reader has.</summary>
/// <remarks>
/// The advance widths of DejaVu Sans 2.37, the widest of the fonts to which the pictures fall back, in thousandths of the font size; narrower
/// fonts leave some room.
/// </remarks>
public static class TextWidth
{
    private const int FirstLetter = ' ';
    private const int LastLetter = '~';
    private const int Other = 700;
    private const int Wide = 1000;
    private const int FirstWide = 0x2190;
    private const double Thousand = 1000;

    /// <summary>What sums of fractions may differ by, in pixels.</summary>
    private const double Tolerance = 0.05;

    /// <summary>A letter of weight 600 beside one of 400.</summary>
    private const double Bold = 1.12;

    private static readonly int[] Widths =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838,
        838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611,
        685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592,
        818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>The width of a text in pixels.</summary>
    /// <param name="text">On one line.</param>
    /// <param name="size">Of the font, in pixels.</param>
    /// <param name="isBold">Of weight 600.</param>
    public static double Of(string text, double size, bool isBold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += rune.Value is >= FirstLetter and <= LastLetter ? Widths[rune.Value - FirstLetter] : rune.Value < FirstWide ? Other : Wide;
        }

        return sum * size * (isBold ? Bold : 1) / Thousand;
    }

    /// <summary>The text, or as much of it as fits, with a sign that more was there.</summary>
    /// <param name="text">On one line.</param>
    /// <param name="room">In pixels.</param>
    /// <param name="size">Of the font, in pixels.</param>
    /// <param name="isBold">Of weight 600.</param>
    public static string Fit(string text, double room, double size, bool isBold = false)
    {
        if (Of(text, size, isBold) <= room + Tolerance)
        {
            return text;
        }

        var fitting = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of($"{fitting}{rune}…", size, isBold) > room)
            {
                break;
            }

            fitting.Append(rune.ToString());
        }

        return fitting.Append('…').ToString();
    }
}
