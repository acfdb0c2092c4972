using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>What every command that looks at a stack does around its own work: finds the program, and says what went wrong.</summary>
internal sealed class StackRun(Surroundings around, ProgramLoader load)
{
    /// <param name="project">A folder in the project; null for the current one.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="work">Is given a program, never faults, and returns the exit code.</param>
    public async Task<int> RunAsync(string? project, string stack, Func<LoadedProgram, Task<int>> work)
    {
        try
        {
            var from = Path.GetFullPath(project ?? ".", around.Directory);
            if (ProjectFolder.Above(from) is not { } root)
            {
                return around.Fail(ExitCode.BadSettings, ProjectFolder.MissingIn(from));
            }

            var loaded = load(root, stack);
            return loaded.Program is null ? around.Fail(ExitCode.BadSettings, loaded.Faults) : await work(loaded);
        }
        catch (ProgramFailedException failure)
        {
            var trace = failure.Trace.Length > 0 && !string.IsNullOrEmpty(around.Variable(CommandTree.Debug)) ? [failure.Trace] : Array.Empty<string>();
            return around.Fail(ExitCode.ProgramFailed, [.. failure.Messages, .. trace]);
        }
    }
}
