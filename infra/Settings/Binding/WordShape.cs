using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>One word of a closed set, which becomes an enum.</summary>
internal sealed class WordShape(Type type) : Shape
{
    private readonly Dictionary<string, object> words = type.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(
        field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name),
        field => field.GetValue(null)!);

    public override string Form(Limits limits) => "one of " + string.Join(", ", words.Keys);

    public override JsonObject Schema(Limits limits) => new() { ["enum"] = new JsonArray([.. words.Keys.Select(word => JsonValue.Create(word))]) };

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        var word = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        faults.Add(Wrong.Value(path, Form(limits), json, Wrong.Nearest(word, words.Keys) is { } near ? $"did you mean '{near}'?" : null));
        return null;
    }
}
