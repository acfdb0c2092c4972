using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;

namespace CrossCloudMesh.Preview.Manifests;

/// <summary>Writes manifests into a folder, all or nothing, and never over what somebody else put there.</summary>
internal static class ManifestFolder
{
    /// <param name="asked">As the caller named it.</param>
    /// <param name="directory">Where the caller stands.</param>
    /// <param name="plan">Whose manifests they are.</param>
    /// <param name="manifests">What is written, besides their index.</param>
    /// <param name="bundles">The files for machines, which are written as they are.</param>
    /// <returns>Null, or why nothing was written.</returns>
    public static string? Write(string asked, string directory, PlanDocument plan, Sequence<Manifest> manifests, Sequence<BundleFile> bundles)
    {
        try
        {
            var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked, directory));
            if (File.Exists(target))
            {
                return $"--out: must name a folder; {asked} is a file; name another, or move the file away";
            }

            if (!Directory.Exists(Path.GetDirectoryName(target)))
            {
                return $"--out: must name a folder in a folder that exists; got {asked}";
            }

            if ((Path.GetFullPath(directory) + Path.DirectorySeparatorChar).StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return $"--out: must not be the current folder or one above it; got {asked}";
            }

            if (Directory.Exists(target))
            {
                target = Directory.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
                if (Problem(target, plan.Stack) is { } problem)
                {
                    return $"--out: {asked} holds {problem}";
                }
            }

            Replace(target, plan, manifests, bundles);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"--out: {asked} cannot be written; {problem.Message.TrimEnd('.')}";
        }
    }

    /// <summary>What in a folder forbids that it is replaced: it would be lost.</summary>
    private static string? Problem(string target, StackIdentity stack)
    {
        var index = Path.Combine(target, ManifestIndex.File);
        var earlier = File.Exists(index) ? ManifestIndex.Read(File.ReadAllText(index)) : null;
        if (Foreign(new(target), "", earlier) is { } found)
        {
            return $"{found}, which was not written by this command; name another folder, or move it away";
        }

        return earlier is not null && earlier.Stack != ManifestIndex.NameOf(stack)
            ? $"the manifests of {earlier.Stack}; name another folder, or remove this one"
            : null;
    }

    /// <summary>The first entry, in ordinal order, that the index does not list; a link is never listed.</summary>
    private static string? Foreign(DirectoryInfo folder, string prefix, ManifestIndex? index)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (entry is DirectoryInfo { LinkTarget: null } below && index is not null && index.Paths.Any(listed => listed.StartsWith(path + "/", StringComparison.Ordinal)))
            {
                if (Foreign(below, path + "/", index) is { } found)
                {
                    return found;
                }
            }
            else if (entry is DirectoryInfo || entry.LinkTarget is not null || index is null || (path != ManifestIndex.File && !index.Paths.Contains(path)))
            {
                return path;
            }
        }

        return null;
    }

    private static void Replace(string target, PlanDocument plan, Sequence<Manifest> manifests, Sequence<BundleFile> bundles)
    {
        var (made, old) = ($"{target}.{Environment.ProcessId}.tmp", $"{target}.{Environment.ProcessId}.old");
        try
        {
            Directory.CreateDirectory(made);
            foreach (var manifest in manifests)
            {
                Put(manifest.Path, YamlText.Of([], manifest.Members));
            }

            foreach (var file in bundles)
            {
                Put(file.Path, Encoding.UTF8.GetBytes(file.Text));
            }

            Put(ManifestIndex.File, ManifestIndex.Write(plan, manifests, bundles));
            var isThere = Directory.Exists(target);
            if (isThere)
            {
                Directory.Move(target, old);
            }

            try
            {
                Directory.Move(made, target);
            }
            catch when (isThere)
            {
                Directory.Move(old, target);
                throw;
            }
        }
        catch
        {
            Remove(made);
            throw;
        }

        Remove(old);

        void Put(string path, byte[] bytes)
        {
            var file = Path.Combine(made, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
