using System.Text;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>One form for all values that mean the same: sets in order, documents without white space.</summary>
internal static class Canonical
{
    public static SortedMap<PlanValue> Of(SortedMap<PlanValue> inputs, Shape shape) =>
        new([.. inputs.Select(m => KeyValuePair.Create(m.Key, Of(m.Value, shape.Member(m.Key))))]);

    public static PlanValue Of(PlanValue value, Shape shape) => value switch
    {
        PlanValue.ListValue list when shape.IsSet => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. Items(list, shape).Select(i => i.Value)])),
        PlanValue.ListValue list => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. list.Items.Select(i => Of(i, shape.Item))])),
        PlanValue.ObjectValue map => new PlanValue.ObjectValue(Of(map.Members, shape)),
        PlanValue.TextValue text when TextDocument.Read(text.Value) is { } document =>
            PlanValue.Of(TextDocument.Write(Of(document.Root, document.Shape))),
        _ => value,
    };

    /// <summary>The items of a set in the order of their written form.</summary>
    public static List<(string Key, PlanValue Value)> Items(PlanValue.ListValue set, Shape shape)
    {
        var items = new List<(string Key, PlanValue Value)>(set.Items.Count);
        foreach (var item in set.Items)
        {
            var value = Of(item, shape.Item);
            items.Add((value is PlanValue.TextValue text ? text.Value : Encoding.UTF8.GetString(PlanWriter.Write(value).Span), value));
        }

        items.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return items;
    }
}
