using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>Text of a fixed form, which becomes a value type.</summary>
internal sealed class TextShape<T> : Shape
    where T : struct, ITextValue<T>
{
    public override string Form(Limits limits) => T.Form;

    public override JsonObject Schema(Limits limits)
    {
        var pattern = T.Pattern;
        if (limits.Prefix is { } prefix)
        {
            var lengths = string.Join('|', Enumerable.Range(prefix.Shortest, prefix.Longest - prefix.Shortest + 1));
            pattern = $"{pattern[..pattern.IndexOf('/')]}/({lengths})$";
        }

        return new JsonObject { ["type"] = "string", ["pattern"] = pattern };
    }

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.String || T.Parse(json.GetString()!) is not { } value)
        {
            faults.Add(Wrong.Value(path, T.Form, json, Wrong.QuoteIt(json)));
            return null;
        }

        if (limits.Prefix is { } prefix && value is Cidr range && (range.PrefixLength < prefix.Shortest || range.PrefixLength > prefix.Longest))
        {
            faults.Add(Wrong.Value(path, $"a range from /{prefix.Shortest} to /{prefix.Longest}", json));
            return null;
        }

        return value;
    }
}
