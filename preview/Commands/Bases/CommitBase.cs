using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>The plan of a stack as it stands in a commit.</summary>
/// <remarks>
/// Where the working tree has other settings than the commit and the same code, the program at hand is run with the commit's settings.
/// Elsewhere the commit's own preview is built in a folder of its own and asked, once for each commit, stack and SDK; the answer is kept.
/// </remarks>
internal sealed class CommitBase(Surroundings around, ProgramLoader load, Repository repository)
{
    /// <summary>Folders of the project that have no part in what the program makes.</summary>
    private static readonly string[] Aside = [".ci/", ".github/", "bench/", "docs/", "tests/"];

    public async Task<BaseAnswer> PlanAsync(string name, string commit, StackIdentity stack)
    {
        var at = name.StartsWith(Repository.Short(commit), StringComparison.Ordinal) ? Repository.Short(commit) : $"{name} ({Repository.Short(commit)})";
        var source = new BaseSource(BaseKind.Commit, name) { Commit = commit };
        using var folder = new ScratchFolder();
        if (await SettingsAsync(commit, folder.Path) is not { } directory
            || await repository.FileAsync(commit, StackNames.FileOf(directory, stack.Name)) is not { } settings)
        {
            return new(Empty(stack), source);
        }

        if (await HasSameCodeAsync(commit, directory))
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, directory));
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, StackNames.FileOf(directory, stack.Name)), settings);
            return Named(await HereAsync(folder.Path, stack, at));
        }

        return Named(await new BuiltPreview(around, repository).PlanAsync(commit, at, stack));

        BaseAnswer Named(BaseAnswer answer) => answer with { Source = answer.Plan is null ? null : source };
    }

    /// <summary>The stack before there was any of it.</summary>
    private static PlanDocument Empty(StackIdentity stack) => PlanDocument.OfFirstUpdate(stack, new(SurvivesUnknownOutputs: true, []), [], [], SortedMap<PlanValue>.Empty);

    /// <summary>Writes the commit's project file.</summary>
    /// <returns>Where its stack files are, from the project's root; null where there is no project yet.</returns>
    private async Task<string?> SettingsAsync(string commit, string folder)
    {
        if (await repository.FileAsync(commit, ProjectFile.FileName) is not { } project)
        {
            return null;
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, ProjectFile.FileName), project);
        return SourceFile.Read(folder, ProjectFile.FileName).Root is { } root ? ProjectFile.Of(root).StackDirectory : "";
    }

    private async Task<bool> HasSameCodeAsync(string commit, string directory) =>
        await repository.DifferencesAsync(commit) is { } paths && paths.All(path => IsAside(path, directory));

    private bool IsAside(string path, string directory)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal))
        {
            return true;
        }

        if (!path.StartsWith(repository.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var own = path[repository.Prefix.Length..];
        return own == ProjectFile.FileName || (directory.Length > 0 && own.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal))
            || (directory.Length == 0 && own.StartsWith("Pulumi.", StringComparison.Ordinal)) || Array.Exists(Aside, folder => own.StartsWith(folder, StringComparison.Ordinal));
    }

    private async Task<BaseAnswer> HereAsync(string folder, StackIdentity stack, string at)
    {
        var loaded = load(folder, stack.Name);
        if (loaded.Program is not { } program)
        {
            return BaseAnswer.No([.. loaded.Faults.Select(fault => $"--base: the settings at {at} are at fault, not yours: {fault}")]);
        }

        if (program.Project != stack.Project)
        {
            return BaseAnswer.No($"--base: the project at {at} has the name {program.Project}, so none of its resources are those of {stack.Project}");
        }

        try
        {
            return new(await PreviewRun.AnalysedAsync(loaded, around.Today), null);
        }
        catch (ProgramFailedException failure)
        {
            return BaseAnswer.No([.. failure.Messages.Select(message => $"--base: the program fails with the settings at {at}: {message}")]);
        }
    }
}
