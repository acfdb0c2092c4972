using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A map whose keys the operator chooses.</summary>
internal sealed class MapShape<T> : Shape
{
    private readonly Shape values = Of(typeof(T));

    public override string Form(Limits limits) => ListShape<T>.Counted("a map", limits);

    public override JsonObject Schema(Limits limits)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (limits.Fewest > 0)
        {
            schema["minProperties"] = limits.Fewest;
        }

        if (limits.Most < int.MaxValue)
        {
            schema["maxProperties"] = limits.Most;
        }

        schema["patternProperties"] = new JsonObject { [limits.Keys!.Pattern] = values.Schema(limits) };
        schema["additionalProperties"] = false;
        return schema;
    }

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(Wrong.Value(path, Form(limits), json));
            return null;
        }

        var before = faults.Count;
        var made = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var memberPath = Wrong.Member(path, member.Name);
            if (!limits.Keys!.Accepts(member.Name))
            {
                faults.Add(new Fault(memberPath, "its key must be " + limits.Keys.Form, Wrong.Quoted(member.Name)));
            }
            else if (!seen.Add(member.Name))
            {
                faults.Add(new Fault(memberPath, "stands here twice", Cure: "keep one"));
            }

            if (values.Read(member.Value, memberPath, limits, faults) is T value)
            {
                made[member.Name] = value;
            }
        }

        if (seen.Count < limits.Fewest || seen.Count > limits.Most)
        {
            faults.Add(new Fault(path, "must be " + Form(limits), ListShape<T>.Entries(seen.Count)));
        }

        return faults.Count == before ? made.ToImmutable() : null;
    }
}
