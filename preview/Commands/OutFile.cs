namespace CrossCloudMesh.Preview.Commands;

/// <summary>The file of <c>--out</c>.</summary>
internal static class OutFile
{
    /// <summary>Writes it whole or not at all.</summary>
    /// <returns>Null, or why it could not be written.</returns>
    public static string? Write(Surroundings around, string name, ReadOnlySpan<byte> content)
    {
        var path = Path.GetFullPath(name, around.Directory);
        if (!Directory.Exists(Path.GetDirectoryName(path)) || Directory.Exists(path))
        {
            return $"--out: must name a file in a folder that exists; got {name}";
        }

        try
        {
            AtomicFile.Write(path, content);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The reason in the words of .NET names a file that only this program knows.
            return $"--out: {name} cannot be written; look whether its folder lets you write, and whether its disk has room";
        }
    }
}
