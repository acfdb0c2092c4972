using System.ComponentModel;
using System.Diagnostics;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>How another program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Out">What it wrote as its result.</param>
/// <param name="Error">What it wrote beside it.</param>
internal sealed record Ended(int Code, byte[] Out, string Error);

/// <summary>Runs other programs: git, and the preview of another commit.</summary>
internal interface IProcesses
{
    /// <param name="program">Its name, found on the PATH.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="args">Each as it is, no shell between.</param>
    /// <returns>Null where there is no such program.</returns>
    Task<Ended?> RunAsync(string program, string folder, params IReadOnlyList<string> args);
}

/// <summary>The programs of this machine.</summary>
internal sealed class Processes : IProcesses
{
    public async Task<Ended?> RunAsync(string program, string folder, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        Clear(start);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var ending = Interruption.Then(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        using var result = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(result);
        var said = await error;
        await process.WaitForExitAsync();
        return new(process.ExitCode, result.ToArray(), said);
    }

    /// <summary>Takes away what this process was started with and another one would be misled by.</summary>
    private static void Clear(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Git neither asks for a password nor writes a fresher index, and says the same in every language.
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
    }
}
