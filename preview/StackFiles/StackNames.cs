using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>Which stacks there are: one for each stack file.</summary>
public static class StackNames
{
    private const string Prefix = "Pulumi.";
    private const string Suffix = ".yaml";

    /// <summary>The names of all stacks that have a file in the folder, sorted; none where there is no such folder.</summary>
    public static IReadOnlyList<string> In(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, Prefix + "*" + Suffix)
            .Select(Path.GetFileName)
            .OfType<string>()
            .Where(file => file.Length > Prefix.Length + Suffix.Length)
            .Select(file => file[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a stack can have that name.</summary>
    public static bool IsName(string stack) =>
        stack.Length is > 0 and <= 100 && stack.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>The path of a stack's file from the project's root, with forward slashes.</summary>
    internal static string FileOf(string directory, string stack)
    {
        var file = Prefix + stack + Suffix;
        return directory.Length == 0 ? file : $"{directory.TrimEnd('/')}/{file}";
    }

    /// <summary>The fault that there is no such stack; null where there is one.</summary>
    internal static Fault? Missing(string root, string directory, string stack)
    {
        if (!IsName(stack))
        {
            return new Fault("", "a stack's name is 1 to 100 letters, digits, hyphens, underscores and dots", $"'{stack}'", Known(root, directory));
        }

        var file = FileOf(directory, stack);
        return File.Exists(Path.Combine(root, file)) ? null : new Fault("", $"unknown stack '{stack}': there is no {file}", Cure: Known(root, directory));
    }

    private static string Known(string root, string directory) =>
        In(Path.Combine(root, directory)) is { Count: > 0 } names
            ? "known: " + string.Join(", ", names)
            : $"there is no stack file in {(directory.Length == 0 ? root : directory)}";
}
