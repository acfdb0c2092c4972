namespace CrossCloudMesh.Preview.Commands;

/// <summary>Finds the folder of <c>Pulumi.yaml</c>, from a folder upwards.</summary>
internal static class ProjectFolder
{
    public const string File = "Pulumi.yaml";

    /// <returns>The full path, or null where no folder above holds the file.</returns>
    public static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, File)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
