using System.CommandLine;
using CrossCloudMesh.Preview.Doctor;
using CrossCloudMesh.Preview.Reports;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview doctor</c>: whether everything is there that a preview, a build and <c>pulumi up</c> need.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    public static Command Build(Surroundings around, ProgramLoader load)
    {
        var online = new Option<bool>("--online") { Description = "Also ask the NuGet sources for the Pulumi packages; without it, nothing is asked over the network" };
        var color = PreviewCommand.Color();
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Looks whether everything is there that the project needs", new(
            [
                "Looks for the .NET SDK, the Pulumi packages and CLI, git, the backend and the credentials of both clouds, and reads the settings of "
                + "every stack. Each line is ok, a warning (pulumi up or something else does not work yet) or a fault (a preview, a build or a stack "
                + "does not work), with what to do. Of credentials it tells only whether they are there.",
            ],
            [],
            [new("doctor", "on a new machine, or when something does not work"), new("doctor --online", "whether the sources have the Pulumi packages")],
            [new(ExitCode.Fine, "no fault, perhaps warnings"), new(ExitCode.BadSettings, "a fault, or bad arguments")]))
        {
            online, color, project,
        };
        command.SetAction(parsed =>
        {
            var from = Path.GetFullPath(parsed.GetValue(project) ?? ".", around.Directory);
            if (ProjectFolder.Above(from) is not { } root)
            {
                return around.Fail(ExitCode.BadSettings, ProjectFolder.MissingIn(from));
            }

            IReadOnlyList<Diagnosis> found;
            using (new Progress(around, "looking ..."))
            {
                found = Checkup.Of(new(around, root, load, parsed.GetValue(online)));
            }

            var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
            around.Tell(DoctorPage.Render(found, style));
            return found.Any(each => each.Health == Health.Fault) ? ExitCode.BadSettings : ExitCode.Fine;
        });
        return command;
    }
}
