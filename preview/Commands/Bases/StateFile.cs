using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.State;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>The file of <c>--state</c>: what an engine has written down of what it deployed.</summary>
internal static class StateFile
{
    private const string Write = "write one with pulumi stack export --file";

    /// <param name="path">As typed.</param>
    /// <param name="directory">What a relative path starts from.</param>
    /// <param name="stack">The stack that is previewed.</param>
    /// <returns>The state, or why there is none.</returns>
    public static (StateDocument? State, string? Problem) Read(string path, string directory, StackIdentity stack)
    {
        try
        {
            var state = StateReader.Read(File.ReadAllBytes(Path.GetFullPath(path, directory)));
            return state.Stack is { } other && other != stack
                ? (null, $"--state: must be of {stack.Project}/{stack.Name}; {path} is of {other.Project}/{other.Name}")
                : (state, null);
        }
        catch (InvalidPlanException problem)
        {
            return (null, $"--state: {path} is no state of a stack; {problem.Message}; {Write}");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"--state: must name a file that exists; got {path}; {Write}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"--state: {path} cannot be read; {problem.Message.TrimEnd('.')}");
        }
    }
}
