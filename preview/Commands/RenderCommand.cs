using System.CommandLine;
using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Preview.Manifests;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview render</c>: what a stack puts into its clusters, a file for each object.</summary>
internal static class RenderCommand
{
    public const string Name = "render";

    public static Command Build(Surroundings around, ProgramLoader load)
    {
        var stack = PreviewCommand.Stack();
        var output = new Option<string?>("--out")
        {
            Description = "The folder to write, whole or not at all: a new one, an empty one, or what this command wrote there before",
            HelpName = "folder",
        };
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Writes what a stack puts into its clusters, as YAML", new(
            [
                "Writes the Kubernetes objects and Helm releases of each cluster as YAML: <site>/<namespace or _cluster>/<kind>-<name>.yaml, "
                + "<site>/helm/<release>.yaml; for services on machines their bundle: <site>/<service>.<namespace>/; and index.yaml, which lists "
                + "all of them. No secret is written, only where it comes from.",
            ],
            [],
            [new("render dev --out manifests", "all of them, to read or to compare with what runs")],
            [Ending.Fine, Ending.BadSettings, new(ExitCode.ProgramFailed, "the program failed, or made what has no cluster or is there twice")]))
        {
            stack, output, project,
        };
        command.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(output) is not { Length: > 0 } folder)
            {
                return Task.FromResult(around.Fail(ExitCode.BadSettings, "--out: must name the folder to write, such as --out manifests"));
            }

            return new StackRun(around, load).RunAsync(parsed.GetValue(project), parsed.GetValue(stack)!, async loaded =>
            {
                PlanDocument plan;
                using (new Progress(around, $"rendering {loaded.Program!.Stack} ..."))
                {
                    plan = await PreviewRun.FirstUpdateAsync(loaded);
                }

                var (manifests, faults) = ManifestSet.Of(plan);
                if (faults.Count > 0)
                {
                    return around.Fail(ExitCode.ProgramFailed, faults);
                }

                var bundles = BundleFile.Of(plan);
                if (ManifestFolder.Write(folder, around.Directory, plan, manifests, bundles) is { } problem)
                {
                    return around.Fail(ExitCode.BadSettings, problem);
                }

                around.Tell(Encoding.UTF8.GetBytes(Told(manifests, bundles, folder)));
                return ExitCode.Fine;
            });
        });
        return command;
    }

    private static string Told(Sequence<Manifest> manifests, Sequence<BundleFile> bundles, string folder)
    {
        var page = new StringBuilder();
        foreach (var cluster in manifests.GroupBy(manifest => manifest.Site, StringComparer.Ordinal))
        {
            var releases = cluster.Count(manifest => manifest.IsRelease);
            page.Append($"{cluster.Key}: {Count(cluster.Count() - releases, "object")}, {Count(releases, "Helm release")}\n");
        }

        foreach (var site in bundles.GroupBy(file => file.Site, StringComparer.Ordinal))
        {
            page.Append($"{site.Key}: {Count(site.Select(file => file.Resource.Urn).Distinct(StringComparer.Ordinal).Count(), "bundle")} for machines\n");
        }

        return page.Append($"{Count(manifests.Count + bundles.Count, "file")} in {folder}, listed in its {ManifestIndex.File}\n").ToString();
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
