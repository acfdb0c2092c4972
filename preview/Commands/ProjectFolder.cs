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

    /// <summary>The sentence for those who are outside of every project.</summary>
    public static string MissingIn(string folder) => $"there is no {File} in {folder} or above it; run this inside the project, or pass --project";
}
