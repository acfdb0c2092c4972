using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>A project folder for one test: the shipped <c>Pulumi.yaml</c>, and stack files of the test's own.</summary>
internal sealed class Project : IDisposable
{
    public Project() => File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), File.ReadAllText(Path.Combine(Root, "Pulumi.yaml")));

    /// <summary>The root of this repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped stack file that broken ones are made of.</summary>
    public static string Dev { get; } = File.ReadAllText(Path.Combine(Root, "stacks", "Pulumi.dev.yaml"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("settings-").FullName;

    /// <summary>What the stack file says, if it were this.</summary>
    public static StackFile Read(string stackYaml, string? projectYaml = null)
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.test.yaml", stackYaml);
        if (projectYaml is not null)
        {
            project.Write("Pulumi.yaml", projectYaml);
        }

        return StackFile.Read(project.Folder, "test");
    }

    /// <summary>All faults of a stack file, of its form and of its settings, as they are printed.</summary>
    public static string[] FaultsOf(string stackYaml)
    {
        var file = Read(stackYaml);
        return [.. file.Faults.Concat(SettingsLoader.Load(file.Sections).Faults.Select(file.AsTyped)).Select(fault => fault.ToString())];
    }

    /// <summary>The dev stack with one thing changed.</summary>
    public static string DevWith(string typed, string instead)
    {
        Assert.Contains(typed, Dev);
        return Dev.Replace(typed, instead);
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests must run from inside the repository");
    }
}
