using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Preview.Manifests;

namespace CrossCloudMesh.Preview.Migration;

/// <summary>Writes what goes into the clusters before and after a move, the change of the settings, and what each update touches.</summary>
internal static class MigrationFolder
{
    /// <summary>Why nothing can be written; null where it can.</summary>
    /// <param name="asked">As the caller named it.</param>
    /// <param name="directory">Where the caller stands.</param>
    public static string? Problem(string asked, string directory)
    {
        try
        {
            var target = PathOf(asked, directory);
            return File.Exists(target) ? $"--out: must name a folder; {asked} is a file; name another, or move the file away"
                : !Directory.Exists(Path.GetDirectoryName(target)) ? $"--out: must name a folder in a folder that exists; got {asked}"
                : Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Order(StringComparer.Ordinal).FirstOrDefault() is { } found
                    ? $"--out: {asked} holds {Path.GetFileName(found)}; name a folder that is empty, or none yet"
                    : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"--out: {asked} cannot be read; {problem.Message.TrimEnd('.')}";
        }
    }

    /// <summary>Writes all of it, or nothing.</summary>
    /// <param name="asked">As the caller named it.</param>
    /// <param name="directory">Where the caller stands.</param>
    /// <param name="report">What is told.</param>
    /// <param name="before">The plan with App Mesh.</param>
    /// <param name="after">The plan without.</param>
    /// <returns>Null, or why nothing was written.</returns>
    public static string? Write(string asked, string directory, MigrationReport report, PlanDocument before, PlanDocument after)
    {
        var target = PathOf(asked, directory);
        var made = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(made);
            if ((Put("before", before) ?? Put("after", after)) is { } problem)
            {
                Directory.Delete(made, recursive: true);
                return problem;
            }

            Text("settings.diff", report.Change.Diff);
            Text("up-1.urns", Lines(report.Updates.First));
            Text("up-2.urns", Lines(report.Updates.Second));
            Text("back.urns", Lines(report.Updates.Back));
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(made, target);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(made))
            {
                Directory.Delete(made, recursive: true);
            }

            return $"--out: {asked} cannot be written; {problem.Message.TrimEnd('.')}";
        }

        string? Put(string name, PlanDocument plan)
        {
            var (manifests, faults) = ManifestSet.Of(plan);
            return faults.Count > 0 ? faults[0] : ManifestFolder.Write(Path.Combine(made, name), directory, plan, manifests, BundleFile.Of(plan));
        }

        void Text(string name, string text) => File.WriteAllBytes(Path.Combine(made, name), Encoding.UTF8.GetBytes(text));
    }

    private static string PathOf(string asked, string directory) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked, directory));

    private static string Lines(Sequence<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
