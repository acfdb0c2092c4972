using System.ComponentModel;
using System.Diagnostics;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>Runs a program to its end.</summary>
/// <param name="folder">Where it runs.</param>
/// <param name="program">Its name, looked for on the PATH.</param>
/// <param name="args">What it is given.</param>
/// <returns>How it ended; null where there is no such program, or it does not end.</returns>
public delegate ToolRun? ToolRunner(string folder, string program, params IReadOnlyList<string> args);

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Text">What it wrote to standard output.</param>
public sealed record ToolRun(int Code, string Text);

/// <summary>Programs of the machine.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static ToolRun? Run(string folder, string program, params IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            // None of them is to ask the network whether there is a newer one.
            Environment = { ["PULUMI_SKIP_UPDATE_CHECK"] = "true", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(Patience))
            {
                _ = error.GetAwaiter().GetResult();
                return new(process.ExitCode, text.GetAwaiter().GetResult());
            }

            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
