using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>What GitHub takes for a workflow, as far as ours go: a key that is not listed is refused, be it known to GitHub or not.</summary>
/// <remarks>Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, read 2026-11-21 as the schema of
/// https://json.schemastore.org/github-workflow.json, and the action.yml of each action.</remarks>
internal static class WorkflowForm
{
    private static readonly string[] OfWorkflow = ["name", "on", "permissions", "concurrency", "jobs"];

    private static readonly string[] OfJob =
        ["name", "if", "needs", "runs-on", "timeout-minutes", "environment", "permissions", "strategy", "env", "steps"];

    private static readonly string[] OfStep = ["name", "id", "if", "uses", "with", "env", "run"];

    private static readonly string[] OfConcurrency = ["group", "cancel-in-progress"];

    private static readonly string[] OfStrategy = ["fail-fast", "matrix"];

    private static readonly Dictionary<string, string[]> OfEvent = new(StringComparer.Ordinal)
    {
        ["push"] = ["branches"],
        ["pull_request"] = ["types"],
        ["workflow_run"] = ["workflows", "types"],
    };

    private static readonly Dictionary<string, string[]> Scopes = new(StringComparer.Ordinal)
    {
        ["actions"] = ["read", "none"],
        ["contents"] = ["read", "none"],
        ["id-token"] = ["write", "none"],
        ["pull-requests"] = ["write", "read", "none"],
    };

    /// <returns>What is wrong, a line each: the place, and what it is.</returns>
    public static IReadOnlyList<string> Faults(WorkflowFile file)
    {
        var faults = new List<string>();
        Keys(faults, "", file.Root, OfWorkflow, ["name", "on", "permissions", "jobs"]);
        foreach (var (name, _, value) in Map(file.Root, "on").Entries)
        {
            Keys(faults, $"on.{name}", value as MapNode, OfEvent.GetValueOrDefault(name) ?? [], []);
            if (!OfEvent.ContainsKey(name))
            {
                faults.Add($"on: unknown {name}");
            }
        }

        Permissions(faults, "permissions", file.Root);
        if (file.Root.Find("concurrency") is MapNode concurrency)
        {
            Keys(faults, "concurrency", concurrency, OfConcurrency, ["group"]);
        }

        foreach (var job in file.Jobs)
        {
            Keys(faults, job.Path, job.Node, OfJob, ["name", "runs-on", "timeout-minutes", "steps"]);
            Permissions(faults, $"{job.Path}.permissions", job.Node);
            Keys(faults, $"{job.Path}.strategy", job.Node.Find("strategy") as MapNode, OfStrategy, []);
            foreach (var step in job.Steps)
            {
                Step(faults, step);
            }
        }

        return faults;
    }

    private static void Step(List<string> faults, WorkflowStep step)
    {
        Keys(faults, step.Path, step.Node, OfStep, []);
        if ((step.Run is null) == (step.Uses is null))
        {
            faults.Add($"{step.Path}: needs run or uses, and not both");
        }

        if (step.Uses is { } uses)
        {
            var repository = uses.Split('@')[0];
            Keys(faults, $"{step.Path}.with", step.Node.Find("with") as MapNode, PinnedAction.Known.GetValueOrDefault(repository)?.Inputs ?? [], []);
        }
        else if (step.Node.Find("with") is not null)
        {
            faults.Add($"{step.Path}.with: belongs to uses");
        }
    }

    private static void Permissions(List<string> faults, string path, MapNode owner)
    {
        foreach (var (scope, _, value) in owner.Find("permissions") is MapNode map ? map.Entries : [])
        {
            if (!Scopes.TryGetValue(scope, out var known) || Array.IndexOf(known, WorkflowFile.Text(value)) < 0)
            {
                faults.Add($"{path}: unknown {scope}: {WorkflowFile.Text(value)}");
            }
        }

        if (owner.Find("permissions") is ScalarNode all)
        {
            faults.Add($"{path}: must list what it needs; got {all.Text}");
        }
    }

    private static void Keys(List<string> faults, string path, MapNode? map, string[] known, string[] needed)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (Array.IndexOf(known, entry.Key) < 0)
            {
                faults.Add($"{path}: unknown {entry.Key}");
            }
        }

        foreach (var key in map is null ? [] : needed.Where(key => map.Find(key) is null))
        {
            faults.Add($"{path}: lacks {key}");
        }
    }

    private static MapNode Map(MapNode owner, string key) => (MapNode)owner.Find(key)!;
}
