namespace CrossCloudMesh.Preview.Doctor;

/// <summary>Versions as programs tell them: <c>v3.259.0</c>, <c>10.0.100-rc.1</c>, <c>git version 2.51.0</c>.</summary>
internal static class ToolVersion
{
    /// <summary>The first word that is one, without what stands behind a hyphen; null where there is none.</summary>
    public static Version? Of(string? text)
    {
        foreach (var word in (text ?? "").Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Version.TryParse(word.TrimStart('v').Split('-', '+')[0], out var version))
            {
                return version;
            }
        }

        return null;
    }
}
