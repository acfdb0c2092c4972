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
        var cases = new JsonArray();
        foreach (var (word, variant) in variants)
        {
            var each = variant.Value.Schema(Limits.None);
            each["required"]!.AsArray().Insert(0, key);
            each["properties"]!.AsObject().Insert(0, key, new JsonObject { ["enum"] = new JsonArray(word) });
            cases.Add(each);
        }

        return new JsonObject { ["oneOf"] = cases };
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
