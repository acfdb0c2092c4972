using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class Deployment
{
    private const int ExitCodeOfToldFailure = 32;

    private static readonly string[] EngineVariables =
        ["PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_DRY_RUN", "PULUMI_QUERY_MODE", "PULUMI_PARALLEL"];

    public static Task<int> RunAsync(Action action) => RunUnderEngineAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunUnderEngineAsync();

    public static Task<int> RunAsync(Func<Task> func) => RunUnderEngineAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RunUnderEngineAsync();

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunUnderEngineAsync();

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunUnderEngineAsync();

    /// <summary>What every real run comes to here: it is told that this SDK can only be tested with.</summary>
    /// <exception cref="InvalidOperationException">There is no engine either.</exception>
    private static async Task<int> RunUnderEngineAsync()
    {
        foreach (var variable in EngineVariables)
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
                throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        await Console.Error.WriteLineAsync(
            "this program was built with the offline stand-in for the Pulumi SDK, which cannot deploy; "
            + "build it with the official packages: dotnet build -p:PulumiSdk=official");
        Environment.ExitCode = ExitCodeOfToldFailure;
        return ExitCodeOfToldFailure;
    }
}
