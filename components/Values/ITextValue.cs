namespace CrossCloudMesh.Values;

/// <summary>A value that settings hold as text in one fixed form: an address range, a version, an account.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface ITextValue<TSelf>
    where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>What the text must be, to follow "must be": <c>an IPv4 range such as 10.0.0.0/16</c>.</summary>
    static abstract string Form { get; }

    /// <summary>The same as a regular expression of JSON Schema, as near as one can be.</summary>
    static abstract string Pattern { get; }

    /// <summary>The value, or null where the text is not of the form.</summary>
    static abstract TSelf? Parse(string text);
}
