using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A list, in which nothing stands twice.</summary>
internal sealed class ListShape<T> : Shape
{
    private readonly Shape items = Of(typeof(T));

    public override string Form(Limits limits) => Counted("a list", limits);

    public override JsonObject Schema(Limits limits)
    {
        var schema = new JsonObject { ["type"] = "array", ["uniqueItems"] = true };
        if (limits.Fewest > 0)
        {
            schema["minItems"] = limits.Fewest;
        }

        if (limits.Most < int.MaxValue)
        {
            schema["maxItems"] = limits.Most;
        }

        schema["items"] = items.Schema(limits);
        return schema;
    }

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(Wrong.Value(path, Form(limits), json, "write each item on a line of its own, after a hyphen"));
            return null;
        }

        var before = faults.Count;
        var made = new List<object>();
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            var itemPath = $"{path}[{index++}]";
            if (items.Read(item, itemPath, limits, faults) is not { } value)
            {
                continue;
            }

            if (made.Contains(value))
            {
                faults.Add(new Fault(itemPath, "stands in the list twice", Wrong.Shown(itemPath, item), "keep one"));
            }

            made.Add(value);
        }

        if (index < limits.Fewest || index > limits.Most)
        {
            faults.Add(new Fault(path, "must be " + Form(limits), Entries(index)));
        }

        return faults.Count == before ? Finished(made) : null;
    }

    private static ImmutableArray<T> Finished(List<object> made)
    {
        var array = new T[made.Count];
        for (var index = 0; index < array.Length; index++)
        {
            array[index] = (T)made[index];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(array);
    }

    internal static string Counted(string what, Limits limits) => limits switch
    {
        { Fewest: 0, Most: int.MaxValue } => what,
        { Fewest: 0 } => $"{what} of at most {limits.Most}",
        { Most: int.MaxValue } => $"{what} of at least {limits.Fewest}",
        _ when limits.Fewest == limits.Most => $"{what} of {limits.Fewest}",
        _ => $"{what} of {limits.Fewest} to {limits.Most}",
    };

    internal static string Entries(int count) => count == 0 ? "none" : count.ToString();
}
