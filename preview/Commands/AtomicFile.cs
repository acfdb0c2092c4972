namespace CrossCloudMesh.Preview.Commands;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">The file cannot be written; whatever stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
