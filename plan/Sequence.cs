using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CrossCloudMesh.Plan;

/// <summary>An immutable list that is equal to another when its items are.</summary>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A plan is read by its words, and this one says it.")]
public sealed class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
    where T : notnull
{
    private readonly T[] items;

    internal Sequence(T[] items) => this.items = items;

    /// <summary>The list without items.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As in the collections of the base library.")]
    public static Sequence<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(Sequence<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes a <see cref="Sequence{T}"/>.</summary>
public static class Sequence
{
    public static Sequence<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull => items.IsEmpty ? Sequence<T>.Empty : new(items.ToArray());

    /// <summary>The distinct texts, in ordinal order.</summary>
    public static Sequence<string> Sorted(IEnumerable<string> items)
    {
        string[] sorted = [.. new HashSet<string>(items, StringComparer.Ordinal)];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted.Length == 0 ? Sequence<string>.Empty : new(sorted);
    }
}
