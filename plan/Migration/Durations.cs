using System.Globalization;
using CrossCloudMesh.Plan.Certificates;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>How long, in milliseconds, as objects of a mesh say it; null where that cannot be read.</summary>
internal static class Durations
{
    private const int MsPerSecond = 1_000;

    /// <summary>A value and a unit.</summary>
    public static int? OfAppMesh(PlanValue? duration) => duration.At("value") is PlanValue.NumberValue count
        ? (int)count.Value * (duration.At("unit").Text() == "s" ? MsPerSecond : 1)
        : null;

    /// <summary>A text such as <c>500ms</c> or <c>5s</c>; no text is for ever.</summary>
    public static int? OfIstio(PlanValue? duration) => duration.Text() switch
    {
        null => duration is null ? 0 : null,
        var text when text.EndsWith("ms", StringComparison.Ordinal) => Parsed(text[..^2], 1),
        var text when text.EndsWith('s') => Parsed(text[..^1], MsPerSecond),
        _ => null,
    };

    private static int? Parsed(string number, int factor) =>
        decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? (int)(parsed * factor) : null;
}
