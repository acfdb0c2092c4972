namespace CrossCloudMesh.Tests.Workflows;

/// <summary>A test of a script that runs on GitHub's Linux runners, and here only where what those have is at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RunnerFactAttribute : FactAttribute
{
    public RunnerFactAttribute() => Skip = Runner.Lacks;
}

/// <summary>The same for many cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RunnerTheoryAttribute : TheoryAttribute
{
    public RunnerTheoryAttribute() => Skip = Runner.Lacks;
}

internal static class Runner
{
    /// <summary>Why a script cannot be run here; null where it can.</summary>
    public static string? Lacks { get; } = Find();

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return !OperatingSystem.IsLinux() ? "the scripts are for Linux"
            : Array.Find(["bash", "jq", "unzip", "sed", "iconv"], program => !folders.Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing ? $"there is no {missing}"
            : null;
    }
}
