using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>A plan that stands in a file, as the base of a comparison.</summary>
internal static class PlanFile
{
    private const string Write = "write one with --format json --out";

    /// <param name="path">As typed.</param>
    /// <param name="directory">What a relative path starts from.</param>
    /// <param name="stack">The stack that is previewed.</param>
    public static BaseAnswer Read(string path, string directory, StackIdentity stack)
    {
        try
        {
            var plan = PlanReader.Read(File.ReadAllBytes(Path.GetFullPath(path, directory)));
            return plan.Stack == stack
                ? new(plan, new(BaseKind.Plan, path))
                : BaseAnswer.No($"--base: must be a plan of {stack.Project}/{stack.Name}; {path} is one of {plan.Stack.Project}/{plan.Stack.Name}");
        }
        catch (InvalidPlanException problem)
        {
            return BaseAnswer.No($"--base: {path} is no plan; {problem.Message}; {Write}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return BaseAnswer.No($"--base: {path} cannot be read; {problem.Message.TrimEnd('.')}");
        }
    }
}
