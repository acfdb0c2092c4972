using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>One value in a file, which knows where it stands.</summary>
internal readonly record struct Field(JsonNode? Value, string Path)
{
    private const string TypePrefix = "type.googleapis.com/";

    private string Got => Value is null ? "null" : Value.GetValueKind() is JsonValueKind.String ? Value.GetValue<string>() : Value.ToJsonString();

    public string Text() =>
        Value is JsonValue && Value.GetValueKind() is JsonValueKind.String && Value.GetValue<string>() is { Length: > 0 } text ? text : throw Refused("must be a text");

    /// <summary>The text, which must be one of these words.</summary>
    public string Word(params ReadOnlySpan<string> words)
    {
        var text = Text();
        return words.Contains(text) ? text : throw Refused("must be " + string.Join(" or ", words) + ", as nothing else has a place in the normal form");
    }

    /// <summary>A whole number as protobuf's <c>uint32</c> has it.</summary>
    public uint Whole(uint least = 0, uint most = uint.MaxValue) =>
        Value is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue(out uint whole) && whole >= least && whole <= most
            ? whole
            : throw Refused(most == uint.MaxValue ? $"must be a whole number, {least} or more" : $"must be a whole number, {least} to {most}");

    public bool Flag() => Value?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refused("must be true or false"),
    };

    /// <summary>A duration as protobuf's JSON has it, in seconds: <c>15s</c>, <c>0.250s</c>.</summary>
    /// <remarks>Source: https://protobuf.dev/programming-guides/json/, read 2026-11-21.</remarks>
    public int Milliseconds(int least = 0)
    {
        var text = Text();
        return text.EndsWith('s')
            && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= int.MaxValue / 1000m
            && decimal.IsInteger(seconds * 1000m)
            && seconds * 1000m >= least
            ? (int)(seconds * 1000m)
            : throw Refused($"must be a duration in seconds such as 0.250s, of {least} ms or more in whole ones");
    }

    public List<Field> Items()
    {
        var path = Path;
        return Value is JsonArray { Count: > 0 } items ? [.. items.Select((item, index) => new Field(item, $"{path}[{index}]"))] : throw Refused("must be a list of at least one");
    }

    /// <summary>The only item of a list.</summary>
    public Field Single() => Items() is [var only] ? only : throw Refused("must be a list of one, as more have no place in the normal form");

    public Members Members() => new(this);

    /// <summary>The configuration of an extension that is one of these messages, by its type and not by its name.</summary>
    public Members Typed(params ReadOnlySpan<string> messages)
    {
        var extension = Members();
        extension.Need("name").Text();
        var config = extension.Need("typed_config").Any(messages);
        extension.End();
        return config;
    }

    /// <summary>A message of any type that is one of these.</summary>
    public Members Any(params ReadOnlySpan<string> messages)
    {
        var members = Members();
        var words = new string[messages.Length];
        for (var index = 0; index < words.Length; index++)
        {
            words[index] = TypePrefix + messages[index];
        }

        members.Need("@type").Word(words);
        return members;
    }

    public RefusedException Refused(string rule, string? cure = null) => new(new Fault(Path, rule, Got, cure));
}
