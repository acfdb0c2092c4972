using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using CrossCloudMesh.Plan;
using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Turns values in wire form into values of a plan: secrets leave as references, unknowns as such.</summary>
/// <param name="secrets">What is secret.</param>
/// <param name="unmarked">Told the path of each text that holds a secret which the program did not mark.</param>
internal sealed class WireValues(SecretBook secrets, Action<string> unmarked)
{
    public SortedMap<PlanValue> Inputs(IReadOnlyDictionary<string, object> wire, InputFacts facts)
    {
        var members = new List<KeyValuePair<string, PlanValue>>(wire.Count);
        foreach (var (key, value) in wire)
        {
            members.Add(new(key, Value(value, facts.Properties.GetValueOrDefault(key)?.Mask, key)));
        }

        // What holds an unknown never goes over the wire.
        foreach (var (key, property) in facts.Properties)
        {
            if (!wire.ContainsKey(key) && property.Mask?.HoldsUnknown() == true)
            {
                members.Add(new(key, PlanValue.Unknown));
            }
        }

        return new(members);
    }

    public PlanValue Value(object? wire, Mask? mask, string path)
    {
        if (ReferenceEquals(mask, Mask.Unknown))
        {
            return PlanValue.Unknown;
        }

        return ReferenceEquals(mask, Mask.Secret) ? secrets.Hide(Plain(wire, null, path, marked: true)) : Plain(wire, mask, path, marked: false);
    }

    private PlanValue Plain(object? wire, Mask? mask, string path, bool marked)
    {
        switch (wire)
        {
            case null:
                return PlanValue.Null;
            case string text:
                if (!marked && secrets.FindIn(text) is { } hidden)
                {
                    unmarked(path);
                    return hidden;
                }

                return PlanValue.Of(marked ? text : PemText.Told(text));
            case bool flag:
                return PlanValue.Of(flag);
            case double number:
                return PlanValue.Of(number);
            case int number:
                return PlanValue.Of(number);
            case AssetOrArchive asset:
                return new PlanValue.AssetValue(asset.GetType().Name);
            case Resource resource:
                return PlanValue.Of($"{resource.GetResourceType()}::{resource.GetResourceName()}");
            case IReadOnlyDictionary<string, object?> map:
                return Entries(map, mask, path, marked);
            case IList list:
                return Items(list, mask, path, marked);
            default:
                throw new ProgramFailedException([$"'{path}': a value of type {wire.GetType()} has no place in a plan"]);
        }
    }

    private PlanValue.ObjectValue Entries(IReadOnlyDictionary<string, object?> map, Mask? mask, string path, bool marked)
    {
        var members = new List<KeyValuePair<string, PlanValue>>(map.Count);
        foreach (var (key, value) in map)
        {
            var at = $"{path}.{key}";
            members.Add(new(key, marked ? Plain(value, null, at, marked) : Value(value, mask?[key], at)));
        }

        return new(new(members));
    }

    private PlanValue.ListValue Items(IList list, Mask? mask, string path, bool marked)
    {
        var items = new PlanValue[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var at = $"{path}[{i}]";
            items[i] = marked ? Plain(list[i], null, at, marked) : Value(list[i], mask?[i.ToString()], at);
        }

        return new(Sequence.Create<PlanValue>(items));
    }
}
