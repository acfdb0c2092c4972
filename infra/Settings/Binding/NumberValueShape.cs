using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A whole number with a meaning, which becomes a value type.</summary>
internal sealed class NumberValueShape<T> : Shape
    where T : struct, INumberValue<T>
{
    public override string Form(Limits limits) => limits.Range is null ? T.Form : $"a whole number from {Least(limits)} to {Greatest(limits)}";

    public override JsonObject Schema(Limits limits) => new() { ["type"] = "integer", ["minimum"] = Least(limits), ["maximum"] = Greatest(limits) };

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind == JsonValueKind.Number
            && json.TryGetInt64(out var number)
            && T.Of(number) is { } value
            && number >= Least(limits)
            && number <= Greatest(limits))
        {
            return value;
        }

        faults.Add(Wrong.Value(path, Form(limits), json, NumberShape.Unquote(json)));
        return null;
    }

    private static int Least(Limits limits) => limits.Range?.Minimum as int? ?? T.Minimum;

    private static int Greatest(Limits limits) => limits.Range?.Maximum as int? ?? T.Maximum;
}
