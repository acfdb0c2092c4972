using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CrossCloudMesh.Values.Mesh;

/// <summary>A set in its one order, equal to another where every item is. Two ways to write the same set are the same value.</summary>
/// <typeparam name="T">What is in it. Numbers are in their order, all else in that of its text, letter by letter.</typeparam>
[CollectionBuilder(typeof(Ordered), nameof(Ordered.Of))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A form is read by its words, and this one says it.")]
public sealed class Ordered<T> : IReadOnlyList<T>, IEquatable<Ordered<T>>
    where T : notnull
{
    private readonly ImmutableArray<T> items;

    internal Ordered(ImmutableArray<T> items) => this.items = items;

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(Ordered<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Ordered<T>);

    public override int GetHashCode() => items.Aggregate(0, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Makes ordered sets.</summary>
public static class Ordered
{
    /// <summary>The items, each once, in order.</summary>
    public static Ordered<T> Of<T>(ReadOnlySpan<T> items)
        where T : notnull => new([.. new SortedSet<T>(items.ToArray(), typeof(T) == typeof(int) ? Comparer<T>.Default : TextOrder<T>.Instance)]);

    private sealed class TextOrder<T> : IComparer<T>
        where T : notnull
    {
        public static readonly TextOrder<T> Instance = new();

        public int Compare(T? x, T? y) => string.CompareOrdinal(x!.ToString(), y!.ToString());
    }
}
