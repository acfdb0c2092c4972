namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>A configuration key: <c>namespace:name</c>.</summary>
internal static class ConfigKey
{
    /// <summary>The key with its namespace, which is the project where none is typed; null where it is not a key.</summary>
    /// <remarks>The CLI still takes <c>namespace:config:name</c>, which it once wrote itself.</remarks>
    public static string? Full(string project, string typed) => typed.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 }, { Length: > 0 }] => typed,
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => null,
    };
}
