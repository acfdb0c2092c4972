using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>Asks a commit's own preview: its program, its settings, its offline cloud.</summary>
internal sealed class BuiltPreview(Surroundings around, Repository repository)
{
    private const string Project = "preview/Preview.csproj";
    private const int MostLines = 5;

    private readonly PlanCache cache = new(around);

    /// <param name="commit">Its hash.</param>
    /// <param name="at">The commit as a reader knows it.</param>
    /// <param name="stack">Whose plan.</param>
    public async Task<BaseAnswer> PlanAsync(string commit, string at, StackIdentity stack)
    {
        var key = PlanCache.KeyOf(commit, Heading.Flavour(), repository.Prefix, stack.Name);
        if (cache.Find(key) is { } known && Read(known, at, stack) is { Plan: not null } answer)
        {
            return answer;
        }

        using var folder = new ScratchFolder();
        if (!await repository.ExtractAsync(commit, folder.Path))
        {
            return BaseAnswer.No($"--base: git does not hand out {at}; see what `git archive {Repository.Short(commit)}` says");
        }

        var root = Path.Combine(folder.Path, repository.Prefix);
        if (!File.Exists(Path.Combine(root, Project)))
        {
            return BaseAnswer.No($"--base: {at} has no {Project}, so it cannot be previewed; name a later commit, or a plan's file");
        }

        var (plan, problems) = await RunAsync(root, at, stack.Name);
        if (plan is null)
        {
            return BaseAnswer.No(problems);
        }

        var read = Read(plan, at, stack);
        if (read.Plan is not null)
        {
            cache.Keep(key, plan);
        }

        return read;
    }

    private async Task<(byte[]? Plan, IReadOnlyList<string> Problems)> RunAsync(string root, string at, string stack)
    {
        string[] options = ["--project", Project, "-c", "Release", Heading.FlavourOption()];
        Ended? built;
        using (new Progress(around, $"building the preview of {at}, once ..."))
        {
            built = await around.Processes.RunAsync("dotnet", root, ["build", Project, .. options[2..], "-p:UseSharedCompilation=false", "-nodeReuse:false", "-v:q", "-nologo"]);
        }

        if (built is null)
        {
            return (null, [$"--base: {at} has other code, so its preview must be built, and dotnet is not on the PATH; compare with a plan's file"]);
        }

        if (built.Code != 0)
        {
            return (null, Blamed($"--base: {at} does not build, whatever the working tree does; name a commit that builds, or a plan's file", Encoding.UTF8.GetString(built.Out)));
        }

        using (new Progress(around, $"previewing {stack} at {at} ..."))
        {
            return await around.Processes.RunAsync("dotnet", root, ["run", "--no-build", .. options, "--", stack, "--format", "json", "--fail-on", "never"]) switch
            {
                { Code: ExitCode.Fine, Out: var plan } => (plan, []),
                { Code: ExitCode.BadSettings, Error: var said } => (null, Blamed($"--base: the settings at {at} are at fault, not yours", said)),
                var failed => (null, Blamed($"--base: the preview at {at} fails, whatever the working tree does", failed?.Error ?? "")),
            };
        }
    }

    private static BaseAnswer Read(byte[] plan, string at, StackIdentity stack)
    {
        try
        {
            var read = PlanReader.Read(plan);
            return read.Stack == stack
                ? new(read, null)
                : BaseAnswer.No($"--base: the project at {at} has the name {read.Stack.Project}, so none of its resources are those of {stack.Project}");
        }
        catch (InvalidPlanException problem)
        {
            return BaseAnswer.No($"--base: the preview at {at} writes plans of another form ({problem.Message}); name a later commit, or a plan's file written by this version");
        }
    }

    /// <summary>What happened, and the first lines of what was said of it, the folder that nobody will find any more left out.</summary>
    private static IReadOnlyList<string> Blamed(string what, string said) =>
        [what, .. said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Take(MostLines).Select(line => "  " + WithoutFolder(line))];

    private static string WithoutFolder(string line)
    {
        var temporary = Path.Combine(Path.GetTempPath(), "preview-base-");
        for (var at = line.IndexOf(temporary, StringComparison.Ordinal); at >= 0; at = line.IndexOf(temporary, StringComparison.Ordinal))
        {
            var end = line.IndexOfAny([Path.DirectorySeparatorChar, ' ', ']'], at + temporary.Length);
            line = line[..at] + (end < 0 ? "" : line[(end + 1)..]);
        }

        return line;
    }
}
