using System.CommandLine;
using System.Text;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview schema</c>: what stack files and plans look like, for editors and for other programs.</summary>
internal static class SchemaCommand
{
    public const string Name = "schema";

    private const string Settings = "settings";
    private const string Plan = "plan";
    private const string Resource = "plan.schema.json";

    public static Command Build(Surroundings around)
    {
        var of = new NamedArgument("schema", Settings, [Settings, Plan]) { Description = "settings: of the stack files; plan: of what --format json writes" };
        var output = PreviewCommand.Out();
        var project = PreviewCommand.Project();
        var command = new TaughtCommand(Name, "Prints the JSON schema of the stack files, or of a plan", new(
            [
                "Prints the JSON schema of the stack files, from which editors complete and check as one types, or of a plan.",
                "The YAML language server of an editor finds it by the first line of a stack file:",
                "# yaml-language-server: $schema=./settings.schema.json",
            ],
            [],
            [
                new("schema settings --out stacks/settings.schema.json", "after a change of the settings records"),
                new("schema plan", "to read plans with a program of your own"),
            ],
            [Ending.Fine, Ending.BadSettings]))
        {
            of, output, project,
        };
        command.SetAction(parsed =>
        {
            var (schema, problem) = parsed.GetValue(of) == Plan ? (OfPlans(), null) : OfSettings(around, parsed.GetValue(project));
            if (schema is null)
            {
                return around.Fail(ExitCode.BadSettings, problem!);
            }

            if (parsed.GetValue(output) is not { } file)
            {
                around.Tell(schema);
                return ExitCode.Fine;
            }

            return OutFile.Write(around, file, schema) is { } unwritten ? around.Fail(ExitCode.BadSettings, unwritten) : ExitCode.Fine;
        });
        return command;
    }

    private static (byte[]? Schema, string? Problem) OfSettings(Surroundings around, string? folder)
    {
        var from = Path.GetFullPath(folder ?? ".", around.Directory);
        if (ProjectFolder.Above(from) is not { } root)
        {
            return (null, ProjectFolder.MissingIn(from));
        }

        var source = SourceFile.Read(root, ProjectFolder.File);
        return source.Root is null
            ? (null, source.Fault!.ToString())
            : (Encoding.UTF8.GetBytes(SettingsSchema.Generate(ProjectFile.Of(source.Root).Name)), null);
    }

    private static byte[] OfPlans()
    {
        using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(Resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
