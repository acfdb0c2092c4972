using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>What can stand in a place of the command line that only the project knows; nothing where it cannot be read.</summary>
internal static class Suggestions
{
    /// <summary>The stacks of the project of the current folder.</summary>
    public static IEnumerable<string> Stacks(Surroundings around)
    {
        if (ProjectFolder.Above(around.Directory) is not { } root || SourceFile.Read(root, ProjectFolder.File).Root is not { } project)
        {
            return [];
        }

        return StackNames.In(Path.Combine(root, ProjectFile.Of(project).StackDirectory)).Where(StackNames.IsName);
    }

    /// <summary>The services of a stack, each in the shortest form that names it alone.</summary>
    /// <param name="around">Where the project is.</param>
    /// <param name="load">Reads the stack's settings.</param>
    /// <param name="stack">As typed so far.</param>
    public static IEnumerable<string> Services(Surroundings around, ProgramLoader load, string? stack)
    {
        if (stack is null || ProjectFolder.Above(around.Directory) is not { } root || load(root, stack).Policy is not { } policy)
        {
            return [];
        }

        var names = policy.Services.Select(service => service.Name).ToList();
        return names
            .Select(name => names.Count(other => $"{other.Name}" == $"{name.Name}") == 1 ? $"{name.Name}" : $"{name}")
            .Order(StringComparer.Ordinal);
    }
}
