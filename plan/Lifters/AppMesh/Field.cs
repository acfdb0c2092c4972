using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>One value in an object, which knows where it stands.</summary>
internal readonly record struct Field(JsonNode? Value, string Path)
{
    private const int MsPerSecond = 1_000;

    private string Got => Value is null ? "null" : Value.GetValueKind() is JsonValueKind.String ? Value.GetValue<string>() : Value.ToJsonString();

    public string Text() =>
        Value is JsonValue && Value.GetValueKind() is JsonValueKind.String && Value.GetValue<string>() is { Length: > 0 } text ? text : throw Refused("must be a text");

    /// <summary>The text, which must be one of these words.</summary>
    public string Word(params ReadOnlySpan<string> words)
    {
        var text = Text();
        return words.Contains(text) ? text : throw Refused("must be " + string.Join(" or ", words) + ", as nothing else has a place in the normal form");
    }

    public int Whole(int least, int most = int.MaxValue) =>
        Value is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue(out int whole) && whole >= least && whole <= most
            ? whole
            : throw Refused($"must be a whole number, {least} " + (most == int.MaxValue ? "or more" : $"to {most}"));

    public bool Flag() => Value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refused("must be true or false"),
    };

    /// <summary>A duration as App Mesh takes it, a value and a unit, in milliseconds.</summary>
    /// <param name="least">The shortest.</param>
    /// <remarks>Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_Duration.html, read 2026-11-21.</remarks>
    public int Milliseconds(int least = 0)
    {
        var duration = Members();
        var unit = duration.Need("unit").Word("s", "ms");
        var count = (long)duration.Need("value").Whole(0) * (unit == "s" ? MsPerSecond : 1);
        duration.End();
        return count >= least && count <= int.MaxValue ? (int)count : throw Refused($"must be {least} to {int.MaxValue} ms");
    }

    /// <summary>The items of a list of which none says no more than no list.</summary>
    public List<Field> Any() => Value is JsonArray { Count: 0 } ? [] : Items();

    public List<Field> Items()
    {
        var path = Path;
        return Value is JsonArray { Count: > 0 } items ? [.. items.Select((item, index) => new Field(item, $"{path}[{index}]"))] : throw Refused("must be a list of at least one");
    }

    /// <summary>The only item of a list.</summary>
    public Field Single() => Items() is [var only] ? only : throw Refused("must be a list of one, as more have no place in the normal form");

    public Members Members() => new(this);

    /// <summary>Labels: names to texts.</summary>
    public SortedDictionary<string, string> Labels()
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members().Rest())
        {
            labels[name] = value.Text();
        }

        return labels;
    }

    public RefusedException Refused(string rule, string? cure = null) => new(new Fault(Path, rule, Got, cure));
}
