using System.Diagnostics;
using System.Text;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>Runs a script of the workflows in a folder of its own, where programs made up by the test stand before all others.</summary>
internal sealed class Script : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("script-").FullName;

    public Script() => Directory.CreateDirectory(Path.Combine(Folder, "bin"));

    public static string PathOf(string name) => Path.Combine(ProjectRoot.Path, ".github", "scripts", name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>A program of this name, written in Bash.</summary>
    public void Pretend(string program, string source)
    {
        var path = Write($"bin/{program}", "#!/usr/bin/env bash\n" + source);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public (int Code, string Out, string Error) Run(string name, IReadOnlyDictionary<string, string> variables, string[] arguments, byte[]? input = null)
    {
        var start = new ProcessStartInfo("bash", [PathOf(name), .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = $"{Path.Combine(Folder, "bin")}:{start.Environment["PATH"]}";
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var written = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        });
        var output = process.StandardOutput.ReadToEnd();
        written.Wait();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
