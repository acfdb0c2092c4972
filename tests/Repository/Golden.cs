namespace CrossCloudMesh.Tests.Repository;

/// <summary>Texts that are read once by a person and must not change by themselves.</summary>
internal static class Golden
{
    /// <summary>Holds a text against a file under <c>tests/Golden</c>; with UPDATE_GOLDEN=1, writes it.</summary>
    public static void Equal(string file, string text)
    {
        var path = Path.Combine(ProjectRoot.Path, "tests", "Golden", file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        else
        {
            Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
        }
    }
}
