using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An input that keeps its elements as inputs, so that each can be looked at alone.</summary>
internal interface IInputCollection
{
    /// <summary>An immutable array or dictionary of inputs.</summary>
    IOutput Parts { get; }
}

/// <summary>A list of inputs, or an input that is a list.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputCollection
{
    private static readonly Output<ImmutableArray<Input<T>>> Nothing = Output.Create(ImmutableArray<Input<T>>.Empty);

    // What was there first, and what was added to it one by one since.
    private Output<ImmutableArray<Input<T>>> start;
    private List<Input<T>>? added;

    // Both are recomputed after each change. Reading is safe from several threads, because it changes neither of the above.
    private Output<ImmutableArray<Input<T>>>? parts;
    private Output<ImmutableArray<T>>? flat;

    public InputList()
        : this(Nothing)
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> start) => this.start = start;

    IOutput IInputCollection.Parts => Parts;

    private Output<ImmutableArray<Input<T>>> Parts
    {
        get
        {
            if (added is null)
                return start;
            return parts ??= Append(start, [.. added]);
        }
    }

    private protected override Output<ImmutableArray<T>> Value =>
        flat ??= Parts.Apply(items => items.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output<T>.All(items));

    public void Add(params Input<T>[] inputs)
    {
        (added ??= []).AddRange(inputs);
        (parts, flat) = (null, null);
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        start = Concat(inputs).start;
        (added, parts, flat) = (null, null, null);
    }

    public InputList<T> Concat(InputList<T> other) =>
        new(Output.Tuple(Parts, other.Parts).Apply(both => both.Item1.AddRange(both.Item2)));

    internal InputList<T> Clone() => new(Parts);

    private static Output<ImmutableArray<Input<T>>> Append(Output<ImmutableArray<Input<T>>> start, ImmutableArray<Input<T>> more) =>
        ReferenceEquals(start, Nothing) ? Output.Create(more) : start.Apply(items => items.AddRange(more));

    private static InputList<T> Of<TItem>(IReadOnlyCollection<TItem> values, Func<TItem, Input<T>> toInput)
    {
        var items = ImmutableArray.CreateBuilder<Input<T>>(values.Count);
        foreach (var value in values)
            items.Add(toInput(value));
        return new(Output.Create(items.MoveToImmutable()));
    }

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create<Input<T>>(value);
    public static implicit operator InputList<T>(Output<T> value) => ImmutableArray.Create<Input<T>>(value);
    public static implicit operator InputList<T>(Input<T> value) => ImmutableArray.Create(value);
    public static implicit operator InputList<T>(T[] values) => Of(values, value => value);
    public static implicit operator InputList<T>(Output<T>[] values) => Of(values, value => value);
    public static implicit operator InputList<T>(Input<T>[] values) => ImmutableArray.Create(values);
    public static implicit operator InputList<T>(List<T> values) => Of(values, value => value);
    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values, value => value);
    public static implicit operator InputList<T>(List<Input<T>> values) => values.ToImmutableArray();

    public static implicit operator InputList<T>(ImmutableArray<T> values) =>
        values.IsDefault ? default(ImmutableArray<Input<T>>) : Of(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        values.IsDefault ? default(ImmutableArray<Input<T>>) : Of(values, value => value);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));
    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(items => items.ToImmutableArray());
    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(items => items.ToImmutableArray());
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(items => items.ToImmutableArray());

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(items => items.IsDefault ? default : ImmutableArray.CreateRange(items, item => (Input<T>)item)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var item in await Value.GetValueAsync(whenUnknown: []))
            yield return item;
    }
}

/// <summary>Lets either side of a union be added to a list of unions.</summary>
public static class InputListExtensions
{
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) =>
        list.Add(value.Apply(item => (Union<T0, T1>)item));

    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) =>
        list.Add(value.Apply(item => (Union<T0, T1>)item));
}
