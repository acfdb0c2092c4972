namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>A folder of one's own that is gone afterwards, also when somebody ends the process.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly Interruption interruption;

    public ScratchFolder() => interruption = Interruption.Then(Remove);

    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("preview-base-").FullName;

    public void Dispose()
    {
        interruption.Dispose();
        try
        {
            Remove();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What the system keeps open, it clears with its temporary files.
        }
    }

    private void Remove()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
