using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map from text to inputs, or an input that is such a map.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInputCollection
{
    private static readonly Output<ImmutableDictionary<string, Input<TValue>>> Nothing =
        Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty);

    // What was there first, and what was added to it one by one since.
    private Output<ImmutableDictionary<string, Input<TValue>>> start;
    private Dictionary<string, Input<TValue>>? added;

    // Both are recomputed after each change. Reading is safe from several threads, because it changes neither of the above.
    private Output<ImmutableDictionary<string, Input<TValue>>>? parts;
    private Output<ImmutableDictionary<string, TValue>>? flat;

    public InputMap()
        : this(Nothing)
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> start) => this.start = start;

    IOutput IInputCollection.Parts => Parts;

    private Output<ImmutableDictionary<string, Input<TValue>>> Parts
    {
        get
        {
            if (added is null)
                return start;
            return parts ??= Append(start, [.. added]);
        }
    }

    private protected override Output<ImmutableDictionary<string, TValue>> Value => flat ??= Parts.Apply(Flatten);

    public void Add(string key, Input<TValue> value)
    {
        added ??= [];
        added[key] = added.TryGetValue(key, out var present) ? Same(key, present, value) : value;
        (parts, flat) = (null, null);
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        start = Output.Tuple(Parts, values.Parts).Apply(both => both.Item1.AddRange(both.Item2));
        (added, parts, flat) = (null, null, null);
    }

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Both maps in one; where both have a key, the second wins.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first.Parts, second.Parts).Apply(both => both.Item1.SetItems(both.Item2)));

    private static Output<ImmutableDictionary<string, Input<TValue>>> Append(
        Output<ImmutableDictionary<string, Input<TValue>>> start, KeyValuePair<string, Input<TValue>>[] more) =>
        start.Apply(map =>
        {
            var builder = map.ToBuilder();
            foreach (var (key, value) in more)
                builder[key] = map.TryGetValue(key, out var present) ? Same(key, present, value) : value;
            return builder.ToImmutable();
        });

    private static Input<TValue> Same(string key, Input<TValue> present, Input<TValue> value) =>
        Output.Tuple(present, value).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>> map)
    {
        if (map is null)
            return Output.Create((ImmutableDictionary<string, TValue>)null!);

        string[] keys = [.. map.Keys];
        return Output<TValue>.All([.. map.Values]).Apply(values =>
        {
            var builder = ImmutableDictionary.CreateBuilder<string, TValue>();
            for (var i = 0; i < keys.Length; i++)
                builder.Add(keys[i], values[i]);
            return builder.ToImmutable();
        });
    }

    private static ImmutableDictionary<string, Input<TValue>> Inputs(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        if (values is null)
            return null!;

        var builder = ImmutableDictionary.CreateBuilder<string, Input<TValue>>();
        foreach (var (key, value) in values)
            builder.Add(key, value);
        return builder.ToImmutable();
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(Output.Create(Inputs(values)));
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(Output.Create(Inputs(values)));
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Inputs));
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Inputs));
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Inputs));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await Value.GetValueAsync(whenUnknown: ImmutableDictionary<string, TValue>.Empty))
            yield return entry;
    }
}

/// <summary>Lets either side of a union be added to a map of unions.</summary>
public static class InputMapExtensions
{
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value) =>
        map.Add(key, value.Apply(item => (Union<T0, T1>)item));

    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value) =>
        map.Add(key, value.Apply(item => (Union<T0, T1>)item));
}
