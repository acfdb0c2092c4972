using System.Diagnostics;
using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Commands.Bases;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>A git repository of its own with a project whose one setting is a text, and a preview that only seems to be built.</summary>
internal sealed class CommitRepository : IDisposable, IProcesses
{
    private readonly string folder = Directory.CreateTempSubdirectory("commits-").FullName;
    private readonly Processes real = new Processes();

    public CommitRepository()
    {
        Directory.CreateDirectory(Path.Combine(folder, "repository", "stacks"));
        Directory.CreateDirectory(Path.Combine(folder, "repository", "preview"));
        Write("Pulumi.yaml", "name: mesh\nruntime: dotnet\nstackConfigDir: stacks\n");
        Write("preview/Preview.csproj", "<Project />\n");
        Write("stacks/Pulumi.dev.yaml", "a");
        Git("init", "--quiet", "--initial-branch=main");
        Commit();
    }

    /// <summary>What the built preview answers; null where its build fails.</summary>
    public Func<Ended>? Built { get; set; }

    /// <summary>The calls of dotnet, each by its first word.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether git is there.</summary>
    public bool HasGit { get; set; } = true;

    public string Root => Path.Combine(folder, "repository");

    public string Cache => Path.Combine(folder, "cache");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Root, file), text);

    public string Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message=any");
        return Git("rev-parse", "HEAD").Trim();
    }

    public string Git(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("git", args) { WorkingDirectory = Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }

    public async Task<int> PreviewAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            ["dev", .. args],
            new() { Out = output, Error = error, Directory = Root, Variable = name => name == "XDG_CACHE_HOME" ? Cache : null, Clock = FixedClock.Usual, Processes = this },
            Load);
        (Output, Error) = (Encoding.UTF8.GetString(output.ToArray()), error.ToString());
        return code;
    }

    public async Task<Ended?> RunAsync(string program, string folder, params IReadOnlyList<string> args)
    {
        if (program == "git")
        {
            return HasGit ? await real.RunAsync(program, folder, args) : null;
        }

        Calls.Add(args[0]);
        Assert.True(File.Exists(Path.Combine(folder, "preview", "Preview.csproj")));
        Assert.NotEqual(Root, folder);
        return Built is null ? new(1, Encoding.UTF8.GetBytes($"{folder}{Path.DirectorySeparatorChar}a.cs(1,1): error CS1002: ; expected\n"), "") : args[0] == "build" ? new(0, [], "") : Built();
    }

    /// <summary>The program: one network with the text of the settings.</summary>
    private static LoadedProgram Load(string root, string stack)
    {
        var text = File.ReadAllText(Path.Combine(root, "stacks", $"Pulumi.{stack}.yaml"));
        return text == "bad"
            ? new(null, ["stacks/Pulumi.dev.yaml:1: must be good"], [])
            : new(Run.Program(() => _ = new Thing("vpc", new() { Text = text }, new() { Provider = new CloudProvider("aws") })), [], []);
    }
}
