using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>A stack with its clusters of App Mesh on Istio instead.</summary>
/// <param name="Sites">The sites that move.</param>
/// <param name="Edit">What that takes in its file; null where there is a fault.</param>
/// <param name="After">Its program then, or what is wrong with the settings.</param>
public sealed record StackMove(IReadOnlyList<string> Sites, StackChange? Edit, LoadedProgram After)
{
    private const string NoIstio = "mesh.istio: is missing, and its version is yours to choose; add it beside mesh.appMesh, which changes nothing yet:"
        + " istio: { revisions: { r1-31: { version: 1.31.1 } }, current: r1-31 }";

    /// <summary>The move of a stack that has App Mesh.</summary>
    internal static StackMove Of(StackFile file, string root, string stack, MeshSettings settings)
    {
        string[] sites = [.. settings.Mesh!.AppMesh!.Sites.Select(site => site.ToString()).Order(StringComparer.Ordinal)];
        if (settings.Mesh.Istio is null)
        {
            return new(sites, null, new(null, [NoIstio], []));
        }

        var (edit, fault) = AppMeshOut.Of(file, SourceFile.ReadText(Path.Combine(root, file.Path)));
        return edit is null
            ? new(sites, null, new(null, [$"{fault}"], []))
            : new(sites, new(edit.Path, edit.Text, edit.Removed.Count, edit.Diff), MeshProgram.Load(root, stack, StackFile.Read(root, stack, edit.Text)));
    }
}

/// <summary>A change of a stack file.</summary>
/// <param name="Path">The file, from the project's root.</param>
/// <param name="Text">What it says then.</param>
/// <param name="Removed">How many lines go. None comes.</param>
/// <param name="Diff">The change as a unified diff.</param>
public sealed record StackChange(string Path, string Text, int Removed, string Diff);
