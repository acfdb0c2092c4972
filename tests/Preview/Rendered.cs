using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Manifests;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Renders stacks into a folder that goes with the test.</summary>
internal sealed class Rendered : IDisposable
{
    public const string Index = ManifestIndex.File;

    /// <summary>A folder for everything, which is where the command is called.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("render-").FullName;

    /// <summary>What the command writes.</summary>
    public string Out => Path.Combine(Folder, "out");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A stack that this repository ships, rendered.</summary>
    public static async Task<Rendered> OfAsync(string stack)
    {
        var rendered = new Rendered();
        var (code, _, error) = await rendered.RunAsync(MeshProgram.Load, stack, "--out", "out", "--project", ProjectRoot.Path);
        Assert.Equal((0, ""), (code, error));
        return rendered;
    }

    public async Task<(int Code, string Text, string Error)> RunAsync(ProgramLoader load, params IReadOnlyList<string> args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            ["render", .. args], new() { Out = output, Error = error, Directory = Folder, Variable = _ => null, Clock = FixedClock.Usual }, load);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Every file below the folder that was written, by its path with slashes.</summary>
    public SortedDictionary<string, string> Files()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Out, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(Out, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));
        }

        return files;
    }

    /// <summary>The URN of each file's resource, by path, as the index has it.</summary>
    public Dictionary<string, string> Resources() => ((PlanValue.ObjectValue)WrittenYaml.Read(Files()[Index])["files"]!).Members.ToDictionary(
        file => file.Key,
        file => ((PlanValue.TextValue)((PlanValue.ObjectValue)file.Value).Members["resource"]!).Value,
        StringComparer.Ordinal);

    /// <summary>The paths of files for machines.</summary>
    public IReadOnlyList<string> Bundles() => [.. Resources().Where(file => file.Value.Contains("infra:mesh:EnvoyBundle::", StringComparison.Ordinal)).Select(file => file.Key)];

    /// <summary>The plan of a shipped stack.</summary>
    public static async Task<PlanDocument> PlanAsync(string stack)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        Assert.Equal(0, await PreviewCommand.RunAsync(
            [stack, "--format", "json", "--fail-on", "never"],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load));
        return PlanReader.Read(output.ToArray());
    }
}
