using CrossCloudMesh.Refresh.Scripts;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>A default value as words of a property line; blanks in a text are written <c>\s</c>.</summary>
internal static class DefaultWords
{
    public static IEnumerable<string> Of(DefaultValue? value)
    {
        if (value is { Variables.Count: > 0 })
            yield return "env=" + string.Join(',', value.Variables);
        if (value?.Literal is { } literal)
            yield return "default=" + literal.Replace(" ", "\\s", StringComparison.Ordinal);
    }
}
