namespace CrossCloudMesh.Tests.Repository;

/// <summary>The folder that the tests' project belongs to.</summary>
internal static class ProjectRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Pulumi.yaml above {AppContext.BaseDirectory}.");
    }
}
