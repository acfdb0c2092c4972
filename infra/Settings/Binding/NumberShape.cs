using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A whole number.</summary>
internal sealed class NumberShape : Shape
{
    public override string Form(Limits limits) => limits switch
    {
        { Allowed: { } allowed } => "one of " + string.Join(", ", allowed.Values),
        { Range: { } range } => $"a whole number from {range.Minimum} to {range.Maximum}",
        _ => "a whole number",
    };

    public override JsonObject Schema(Limits limits) => limits switch
    {
        { Allowed: { } allowed } => new JsonObject { ["enum"] = new JsonArray([.. allowed.Values.Select(each => JsonValue.Create((int)each!))]) },
        { Range: { } range } => new JsonObject { ["type"] = "integer", ["minimum"] = (int)range.Minimum, ["maximum"] = (int)range.Maximum },
        _ => new JsonObject { ["type"] = "integer" },
    };

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && IsWithin(number, limits))
        {
            return number;
        }

        faults.Add(Wrong.Value(path, Form(limits), json, Unquote(json)));
        return null;
    }

    /// <summary>What to do where a number stands in quotes.</summary>
    internal static string? Unquote(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && int.TryParse(json.GetString(), out _) ? "remove the quotes" : null;

    private static bool IsWithin(int number, Limits limits) =>
        (limits.Allowed is not { } allowed || allowed.Values.Contains(number))
        && (limits.Range is not { } range || ((int)range.Minimum <= number && number <= (int)range.Maximum));
}
