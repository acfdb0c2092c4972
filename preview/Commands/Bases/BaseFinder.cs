using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>Finds out what <c>--base</c> names: a plan's file, or a commit.</summary>
internal sealed class BaseFinder(Surroundings around, ProgramLoader load)
{
    /// <param name="named">As typed; null where it was not.</param>
    /// <param name="root">The folder of <c>Pulumi.yaml</c>.</param>
    /// <param name="stack">The stack that is previewed.</param>
    public async Task<BaseAnswer> FindAsync(string? named, string root, StackIdentity stack)
    {
        if (named is null)
        {
            return BaseAnswer.Nothing;
        }

        var path = Path.GetFullPath(named, around.Directory);
        if (named.Length == 0 || IsSurelyAPath(named) || Directory.Exists(path))
        {
            return File.Exists(path) || Directory.Exists(path) ? PlanFile.Read(named, around.Directory, stack) : Missing(named, "");
        }

        var repository = new Repository(root, around.Processes);
        var (commit, why) = await repository.CommitAsync(named);
        return (File.Exists(path), commit) switch
        {
            (true, null) => PlanFile.Read(named, around.Directory, stack),
            (true, _) => BaseAnswer.No($"--base: {named} is a file as well as a commit; write ./{named} for the file, or the whole name of the other, such as refs/heads/{named}"),
            (false, null) => Missing(named, why),
            (false, { } found) => await new CommitBase(around, load, repository).PlanAsync(named, found, stack),
        };
    }

    /// <summary>Names that git would take for something else, or not at all.</summary>
    private static bool IsSurelyAPath(string named) =>
        Path.IsPathRooted(named) || named is "." or ".." || named.StartsWith("./", StringComparison.Ordinal) || named.StartsWith("../", StringComparison.Ordinal);

    private static BaseAnswer Missing(string named, string why) => BaseAnswer.No(
        $"--base: must name a plan's file or a commit; got {named}, {(why.Length > 0 ? $"which is no file, and {why}" : "and there is no such file")}; write a plan with --format json --out");
}
