using System.CommandLine;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Migration;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview migrate</c>: the way from App Mesh to Istio, and whether anything changes for whoever calls.</summary>
internal static class MigrateCommand
{
    public const string Name = "migrate";

    /// <summary>What stands for the folder of <c>--out</c> where none is named.</summary>
    private const string NoFolder = "OUT";

    public static Command Build(Surroundings around, ProgramLoader load)
    {
        var stack = PreviewCommand.Stack(around);
        var output = new Option<string?>("--out")
        {
            Description = "Write to this folder, which is empty or not there: objects before and after, the change of the settings, and what each update touches",
            HelpName = "folder",
        };
        var format = PreviewCommand.Choice("--format", ["text", "md", "json"], "text", "How to tell it");
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Tells the way from App Mesh, which AWS ended, to Istio", new(
            [
                "Tells how the clusters of a stack that are in App Mesh come to Istio: what is done in which order, what becomes of each object, "
                + "which lines of the settings go, and whether anything changes for whoever calls. docs/migrate.md tells more.",
            ],
            [],
            [new("migrate fintrust", "the whole way, step by step"), new("migrate fintrust --format md", "for a ticket, with a box for each step")],
            [new(ExitCode.Fine, "nothing changes for whoever calls"), Ending.BadSettings, Ending.ProgramFailed, new(ExitCode.Findings, "something does, and is named")]))
        {
            stack, output, format, color, project,
        };
        command.SetAction((parsed, _) =>
        {
            var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
            return new StackRun(around, load).RunAsync(parsed.GetValue(project), parsed.GetValue(stack)!, async loaded =>
            {
                var (move, faults) = MoveOf(loaded, parsed.GetValue(stack)!, parsed.GetValue(output), around);
                return move is null ? around.Fail(ExitCode.BadSettings, faults) : await TellAsync(loaded, move, parsed.GetValue(output), parsed.GetValue(format)!, style, around);
            });
        });
        return command;
    }

    private static (StackMove? Move, IReadOnlyList<string> Faults) MoveOf(LoadedProgram loaded, string stack, string? folder, Surroundings around)
    {
        if (loaded.OnIstio is null)
        {
            return (null, [$"{stack}: has no App Mesh, so there is nothing to migrate; what can be moved stands in mesh.appMesh.sites"]);
        }

        if (folder is not null && (folder.Length == 0 ? "--out: must name the folder to write, such as --out move" : MigrationFolder.Problem(folder, around.Directory)) is { } problem)
        {
            return (null, [problem]);
        }

        var move = loaded.OnIstio();
        IReadOnlyList<string> faults = move.After.Program is null
            ? [.. move.After.Faults.Select(fault => $"with {string.Join(" and ", move.Sites)} on Istio: {fault}")]
            : [.. CallsOfMachines(loaded.Policy, move.Sites)];
        return faults.Count > 0 ? (null, faults) : (move, []);
    }

    /// <summary>What nothing can be made beside: the end that machines call has the same addresses in both meshes, and two load balancers cannot have one.</summary>
    private static IEnumerable<string> CallsOfMachines(MeshPolicy? policy, IReadOnlyCollection<string> sites) =>
        from service in policy?.Services ?? []
        where service.Sites.Any(site => sites.Contains(site, StringComparer.Ordinal))
        from caller in policy!.ForeignCallers(service)
        where policy!.KindOf(caller) is PolicyTargets.Envoy
        select $"{caller.Name}: runs on machines and calls {service.Name} over the bridge into App Mesh, whose addresses that of Istio must have too; "
            + "take it out of the callers, migrate, and put it back; its calls fail in between";

    private static async Task<int> TellAsync(LoadedProgram loaded, StackMove move, string? folder, string format, ReportStyle style, Surroundings around)
    {
        PlanDocument before;
        PlanDocument after;
        using (new Progress(around, $"moving {loaded.Program!.Stack} ..."))
        {
            before = await PreviewRun.FirstUpdateAsync(loaded);
            after = await PreviewRun.FirstUpdateAsync(move.After);
        }

        var (report, unread) = MigrationReport.Of((before, loaded.Policy!), (after, move.After.Policy!), move, folder ?? NoFolder);
        if (report is null)
        {
            return around.Fail(ExitCode.ProgramFailed, unread);
        }

        if (folder is not null && MigrationFolder.Write(folder, around.Directory, report, before, after) is { } problem)
        {
            return around.Fail(ExitCode.BadSettings, problem);
        }

        around.Tell(format switch
        {
            "json" => MigrationJson.Write(report),
            "md" => MigrationMarkdown.Render(report),
            _ => MigrationPage.Render(report, style),
        });
        return report.IsSame ? ExitCode.Fine : ExitCode.Findings;
    }
}
