namespace CrossCloudMesh.Values.Mesh;

/// <summary>A part of a whole as a fraction in lowest terms: 50 of 100 and 1 of 2 are the same.</summary>
public readonly record struct Share
{
    private Share(int part, int whole) => (Part, Whole) = (part, whole);

    /// <summary>Everything.</summary>
    public static Share All { get; } = new(1, 1);

    public int Part { get; }

    public int Whole { get; }

    /// <param name="part">0 to <paramref name="whole"/>.</param>
    /// <param name="whole">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no part of it.</exception>
    public static Share Of(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        var (larger, smaller) = (whole, part);
        while (smaller > 0)
        {
            (larger, smaller) = (smaller, larger % smaller);
        }

        return new(part / larger, whole / larger);
    }

    public override string ToString() => $"{Part}/{Whole}";
}
