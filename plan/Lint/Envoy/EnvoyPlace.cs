using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>One value of a file, or that nothing stands there.</summary>
/// <param name="Value">The value; null where nothing stands.</param>
/// <param name="Path">Where, from the file's root down; empty for the root.</param>
public readonly record struct EnvoyPlace(JsonNode? Value, string Path)
{
    private const string TypePrefix = "type.googleapis.com/";

    /// <summary>A member, there or not.</summary>
    public EnvoyPlace this[string name] => new(Value is JsonObject map ? map[name] : null, Path.Length == 0 ? name : $"{Path}.{name}");

    /// <summary>Whether something stands there.</summary>
    public bool IsThere => Value is not null;

    /// <summary>The text that stands there; null for all else.</summary>
    public string? Text => Value is JsonValue && Value.GetValueKind() is JsonValueKind.String ? Value.GetValue<string>() : null;

    public bool IsTrue => Value?.GetValueKind() is JsonValueKind.True;

    /// <summary>The items of a list; none for all else.</summary>
    public IEnumerable<EnvoyPlace> Items
    {
        get
        {
            var path = Path;
            return Value is JsonArray list ? list.Select((item, index) => new EnvoyPlace(item, $"{path}[{index}]")) : [];
        }
    }

    /// <summary>The members of a map; none for all else.</summary>
    public IEnumerable<(string Name, EnvoyPlace Place)> Members
    {
        get
        {
            var place = this;
            return Value is JsonObject map ? map.Select(member => (member.Key, place[member.Key])) : [];
        }
    }

    /// <summary>The last part of the type of an extension's configuration: <c>Router</c>; null where it says none.</summary>
    public string? Type => this["typed_config"]["@type"].Text?.Split('.')[^1];

    /// <summary>The message that a configuration says it is; null where it says none.</summary>
    public string? Message => this["@type"].Text is { } type && type.StartsWith(TypePrefix, StringComparison.Ordinal) ? type[TypePrefix.Length..] : null;

    /// <summary>It and everything below.</summary>
    public IEnumerable<EnvoyPlace> All => Members.Select(member => member.Place).Concat(Items).SelectMany(below => below.All).Prepend(this);

    /// <summary>What shows a finding: the place, with what stands there if that is short.</summary>
    internal Evidence Shown => new(Path, Value?.GetValueKind() switch
    {
        JsonValueKind.String => PlanValue.Of(Value.GetValue<string>()),
        JsonValueKind.Number => PlanValue.Of(double.Parse(Value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)),
        JsonValueKind.True => PlanValue.Of(true),
        JsonValueKind.False => PlanValue.Of(false),
        _ => null,
    });
}
