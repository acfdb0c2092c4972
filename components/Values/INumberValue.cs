namespace CrossCloudMesh.Values;

/// <summary>A value that settings hold as a whole number with a meaning of its own.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface INumberValue<TSelf>
    where TSelf : struct, INumberValue<TSelf>
{
    /// <summary>What the number must be, to follow "must be": <c>an AS number from 1 to 2147483647</c>.</summary>
    static abstract string Form { get; }

    static abstract int Minimum { get; }

    static abstract int Maximum { get; }

    /// <summary>The value, or null where the number is not of the form.</summary>
    static abstract TSelf? Of(long number);

    int Value { get; }
}
