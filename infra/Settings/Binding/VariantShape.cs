using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A map whose further keys depend on the word under one key.</summary>
internal sealed class VariantShape(Type type, string key) : Shape
{
    private readonly Dictionary<string, Lazy<RecordShape>> variants = type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToDictionary(each => (string)each.TypeDiscriminator!, each => new Lazy<RecordShape>(() => new RecordShape(each.DerivedType, key)));

    public override string Form(Limits limits) => $"a map with the key {key} and those that belong to it";

    public override JsonObject Schema(Limits limits)
    {
        var words = new JsonArray([.. variants.Keys.Select(word => JsonValue.Create(word))]);
        var cases = new JsonArray();
        foreach (var (word, variant) in variants)
        {
            var then = variant.Value.Schema(Limits.None);
            then["properties"]!.AsObject().Insert(0, key, true);
            cases.Add(new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = word } }, ["required"] = new JsonArray(key) },
                ["then"] = then,
            });
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray(key),
            ["properties"] = new JsonObject { [key] = new JsonObject { ["enum"] = words } },
            ["allOf"] = cases,
        };
    }

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        var form = "one of " + string.Join(", ", variants.Keys);
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Wrong.Value(path, Form(limits), json));
        }
        else if (!json.TryGetProperty(key, out var word))
        {
            faults.Add(new Fault(Wrong.Member(path, key), "is missing", Cure: "add " + form));
        }
        else if (word.ValueKind == JsonValueKind.String && variants.TryGetValue(word.GetString()!, out var variant))
        {
            return variant.Value.Read(json, path, limits, faults);
        }
        else
        {
            faults.Add(Wrong.Value(Wrong.Member(path, key), form, word));
        }

        return null;
    }
}
