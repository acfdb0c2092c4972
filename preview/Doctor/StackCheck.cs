using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>The stacks of the project, and whether the settings of each are right.</summary>
internal static class StackCheck
{
    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        var source = SourceFile.Read(patient.Root, ProjectFolder.File);
        if (source.Root is null)
        {
            yield return Diagnosis.Fault("project", $"{source.Fault}", "mend the file");
            yield break;
        }

        var project = ProjectFile.Of(source.Root);
        yield return Diagnosis.Ok("project", $"{project.Name}, in {patient.Root}");
        var stacks = StackNames.In(patient.InProject(project.StackDirectory));
        if (stacks.Count == 0)
        {
            yield return Diagnosis.Fault("stacks", "there is none", $"add {StackNames.FileOf(project.StackDirectory, "dev")}");
        }

        foreach (var stack in stacks)
        {
            var loaded = patient.Load(patient.Root, stack);
            yield return loaded.Faults switch
            {
                [] when loaded.NotConsulted is [var first, ..] => Diagnosis.Warning($"stack {stack}", "its settings are right", first),
                [] => Diagnosis.Ok($"stack {stack}", "its settings are right"),
                [var only] => Diagnosis.Fault($"stack {stack}", only, $"mend it; {HelpPage.Program} {stack} tells more"),
                [var first, ..] => Diagnosis.Fault($"stack {stack}", $"{loaded.Faults.Count} faults; the first: {first}", $"{HelpPage.Program} {stack} tells all of them"),
            };
        }
    }
}
