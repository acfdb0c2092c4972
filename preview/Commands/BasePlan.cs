using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Evaluation;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>The plan of <c>--base</c>: what is taken for deployed.</summary>
internal static class BasePlan
{
    /// <returns>The plan, or why there is none; neither where none was asked for.</returns>
    public static (PlanDocument? Plan, string? Problem) Read(string? path, PreviewedProgram program, string directory)
    {
        if (path is null)
        {
            return default;
        }

        try
        {
            var plan = PlanReader.Read(File.ReadAllBytes(Path.GetFullPath(path, directory)));
            return plan.Stack == new StackIdentity(program.Project, program.Stack)
                ? (plan, null)
                : (null, $"--base: must be a plan of {program.Project}/{program.Stack}; {path} is one of {plan.Stack.Project}/{plan.Stack.Name}");
        }
        catch (InvalidPlanException problem)
        {
            return (null, $"--base: {path} is no plan; {problem.Message}; write one with --format json --out");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"--base: must name a file that exists; got {path}; write one with --format json --out");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"--base: {path} cannot be read; {problem.Message.TrimEnd('.')}");
        }
    }
}
