using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One value in an object, which knows where it stands.</summary>
internal readonly record struct Field(JsonNode? Value, string Path)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private string Got => Value is null ? "null" : Value.GetValueKind() is JsonValueKind.String ? Value.GetValue<string>() : Value.ToJsonString();

    public string Text() =>
        Value is JsonValue && Value.GetValueKind() is JsonValueKind.String && Value.GetValue<string>() is { Length: > 0 } text ? text : throw Refused("must be a text");

    /// <summary>The text, which must be one of these words.</summary>
    public string Word(params ReadOnlySpan<string> words)
    {
        var text = Text();
        return words.Contains(text) ? text : throw Refused("must be " + string.Join(" or ", words) + ", as nothing else has a place in the normal form");
    }

    public int Whole(int least) =>
        Value is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue(out int whole) && whole >= least
            ? whole
            : throw Refused($"must be a whole number, {least} or more");

    public bool Flag() => Value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refused("must be true or false"),
    };

    /// <summary>A duration as Istio takes it, 1 ms or more: <c>1m30s</c>, <c>0.5s</c>, <c>250ms</c>.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry, read 2026-11-21.</remarks>
    public int Milliseconds()
    {
        var (text, sum, at) = (Text(), 0m, 0);
        while (at < text.Length)
        {
            var start = at;
            at += text.AsSpan(at).IndexOfAnyExcept(Digits) is var digits and > 0 ? digits : throw Unclear(this);
            var unitStart = at;
            at = text.AsSpan(at).IndexOfAny(Digits) is var letters and > 0 ? at + letters : text.Length;
            var unit = text[unitStart..at] switch
            {
                "h" => 3_600_000m,
                "m" => 60_000m,
                "s" => 1_000m,
                "ms" => 1m,
                _ => throw Unclear(this),
            };
            sum += decimal.TryParse(text.AsSpan(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
                ? number * unit
                : throw Unclear(this);
        }

        return sum is >= 1 and <= int.MaxValue && decimal.IsInteger(sum) ? (int)sum : throw Unclear(this);

        static RefusedException Unclear(Field field) => field.Refused("must be a duration in hours, minutes, seconds or milliseconds, of 1ms or more in whole ones");
    }

    public List<Field> Items()
    {
        var path = Path;
        return Value is JsonArray { Count: > 0 } items ? [.. items.Select((item, index) => new Field(item, $"{path}[{index}]"))] : throw Refused("must be a list of at least one");
    }

    /// <summary>The only item of a list.</summary>
    public Field Single() => Items() is [var only] ? only : throw Refused("must be a list of one, as more have no place in the normal form");

    public Members Members() => new(this);

    /// <summary>Labels: names to texts, at least one.</summary>
    public SortedDictionary<string, string> Labels()
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members().Rest())
        {
            labels[name] = value.Text();
        }

        return labels.Count > 0 ? labels : throw Refused("must name a label");
    }

    public RefusedException Refused(string rule, string? cure = null) => new(new Fault(Path, rule, Got, cure));
}
