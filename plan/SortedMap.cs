using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CrossCloudMesh.Plan;

/// <summary>An immutable map from text, in ordinal order of its keys, that is equal to another when keys and values are.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A plan is read by its words, and this one says it.")]
public sealed class SortedMap<T> : IReadOnlyList<KeyValuePair<string, T>>, IEquatable<SortedMap<T>>
    where T : notnull
{
    private readonly string[] keys;
    private readonly T[] values;

    /// <exception cref="ArgumentException">Two entries have the same key.</exception>
    public SortedMap(IReadOnlyCollection<KeyValuePair<string, T>> entries)
    {
        (keys, values) = (new string[entries.Count], new T[entries.Count]);
        var next = 0;
        var sorted = true;
        foreach (var (key, value) in entries)
        {
            (keys[next], values[next]) = (key, value);
            sorted &= next == 0 || string.CompareOrdinal(keys[next - 1], key) < 0;
            next++;
        }

        if (!sorted)
        {
            Array.Sort(keys, values, StringComparer.Ordinal);
            for (var i = 1; i < keys.Length; i++)
            {
                if (keys[i] == keys[i - 1])
                {
                    throw new ArgumentException($"the key '{keys[i]}' is there twice", nameof(entries));
                }
            }
        }
    }

    /// <summary>The map without entries.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As in the collections of the base library.")]
    public static SortedMap<T> Empty { get; } = new([]);

    public int Count => keys.Length;

    public KeyValuePair<string, T> this[int index] => new(keys[index], values[index]);

    /// <summary>The value of a key, or null where there is none.</summary>
    public T? this[string key]
    {
        get
        {
            var index = Array.BinarySearch(keys, key, StringComparer.Ordinal);
            return index < 0 ? default : values[index];
        }
    }

    public bool Equals(SortedMap<T>? other) =>
        other is not null && keys.AsSpan().SequenceEqual(other.keys) && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as SortedMap<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in this)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var i = 0; i < keys.Length; i++)
        {
            yield return new(keys[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
