using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>true or false.</summary>
internal sealed class TruthShape : Shape
{
    public override string Form(Limits limits) => "true or false";

    public override JsonObject Schema(Limits limits) => new() { ["type"] = "boolean" };

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return json.GetBoolean();
        }

        var cure = json.ValueKind == JsonValueKind.String && json.GetString() is "true" or "false" ? "remove the quotes" : null;
        faults.Add(Wrong.Value(path, Form(limits), json, cure));
        return null;
    }
}
