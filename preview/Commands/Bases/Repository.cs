using System.Formats.Tar;
using System.Text;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>The git repository that a project stands in; it is only read.</summary>
/// <param name="root">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="processes">How git is run.</param>
internal sealed class Repository(string root, IProcesses processes)
{
    private const int ShortLength = 7;

    /// <summary>The path of the project from the repository's top; empty, or ending with a slash. Known once a commit is.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The repository's top.</summary>
    public string Top { get; private set; } = "";

    /// <summary>The commit that a name leads to.</summary>
    /// <returns>Its whole hash; or null and why, as the end of a sentence.</returns>
    public async Task<(string? Commit, string Why)> CommitAsync(string name)
    {
        if (await processes.RunAsync("git", root, "rev-parse", "--show-toplevel", "--show-prefix") is not { } asked)
        {
            return (null, "git, which would know a commit, is not to be found");
        }

        if (asked.Code != 0)
        {
            return (null, $"{root} is in no git repository that would have a commit of that name");
        }

        // The prefix of the top itself is an empty line.
        var lines = Text(asked).Split('\n');
        (Top, Prefix) = (lines[0], lines[1]);
        var found = await processes.RunAsync("git", root, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        return found is { Code: 0 } ? (Text(found).Trim(), "") : (null, "git knows no such commit here (a shallow clone lacks most: git fetch it first)");
    }

    public static string Short(string commit) => commit[..Math.Min(ShortLength, commit.Length)];

    /// <summary>A file of the project as it stands in a commit; null where it is not there.</summary>
    public async Task<byte[]?> FileAsync(string commit, string path) =>
        await processes.RunAsync("git", root, "cat-file", "blob", $"{commit}:{Prefix}{path}") is { Code: 0 } found ? found.Out : null;

    /// <summary>What differs between a commit and the working tree, untracked files that are not ignored included, from the top.</summary>
    public async Task<IReadOnlyList<string>?> DifferencesAsync(string commit)
    {
        var changed = await processes.RunAsync("git", Top, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--");
        var added = await processes.RunAsync("git", Top, "ls-files", "--others", "--exclude-standard", "-z");
        return changed is { Code: 0 } && added is { Code: 0 }
            ? [.. (Text(changed) + Text(added)).Split('\0', StringSplitOptions.RemoveEmptyEntries)]
            : null;
    }

    /// <summary>Writes a commit's files, or some of them, into a folder.</summary>
    /// <param name="commit">Its hash.</param>
    /// <param name="folder">Is there and empty.</param>
    /// <param name="paths">From the repository's top; all of it where none is named.</param>
    /// <returns>Whether that went well.</returns>
    public async Task<bool> ExtractAsync(string commit, string folder, params IReadOnlyList<string> paths)
    {
        if (await processes.RunAsync("git", Top, ["archive", "--format=tar", commit, "--", .. paths]) is not { Code: 0 } archive)
        {
            return false;
        }

        using var tar = new MemoryStream(archive.Out);
        await TarFile.ExtractToDirectoryAsync(tar, folder, overwriteFiles: false);
        return true;
    }

    private static string Text(Ended ended) => Encoding.UTF8.GetString(ended.Out);
}
