using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks and gives its resources, the stack first.</summary>
    /// <exception cref="RunException">The run failed once.</exception>
    /// <exception cref="AggregateException">The run failed more than once; holds a <see cref="RunException"/> for each.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestStackAsync(mocks, options, () => new TStack());

    /// <summary>The same for a stack that the service provider makes.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestStackAsync(mocks, options, () =>
        {
            ArgumentNullException.ThrowIfNull(serviceProvider);
            return serviceProvider.GetService(typeof(TStack)) as TStack ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
                + "Register the type with the service provider before calling RunAsync.");
        });

    /// <summary>Runs a function against mocks and gives the resources that it made, without the stack around them.</summary>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        ResourcesAsync(TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return NoOutputs;
        }));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        ResourcesAsync(TestAsync(testMocks, testOptions, async () =>
        {
            await createResources();
            return NoOutputs;
        }));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var all = await TestStackAsync(testMocks, testOptions, () => new TestStack(createResources));
        return (all.RemoveAt(0), ((TestStack)all[0]).Outputs);
    }

    private static IDictionary<string, object?> NoOutputs => new Dictionary<string, object?>(StringComparer.Ordinal);

    private static async Task<ImmutableArray<Resource>> ResourcesAsync(
        Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> test) => (await test).Resources;

    // Async, so that what is set as running is unset for the caller when this ends.
    private static async Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> newStack)
    {
        var deployment = new Deployment(mocks, options);
        if (Running.Value is not null)
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        Running.Value = new(deployment);

        await deployment.RunStackAsync(newStack);

        // After a failure other work may still go on, and add to these.
        lock (deployment.errors)
        {
            if (deployment.errors is [var only])
                throw new RunException(only);
            if (deployment.errors.Count > 0)
                throw new AggregateException(deployment.errors.ConvertAll(error => new RunException(error)));
        }

        lock (deployment.resources)
            return [.. deployment.resources];
    }

    private async Task RunStackAsync(Func<Stack> newStack)
    {
        IReadOnlyList<Exception> failures;
        try
        {
            newStack().RegisterStackOutputs();
            failures = await work.WaitAsync();
        }
        catch (Exception exception)
        {
            failures = [exception];
        }

        foreach (var failure in failures)
            LogError(Describe(failure));
        if (failures.Count > 0)
            Environment.ExitCode = ExitCodeOfToldFailure;
    }

    private static string Describe(Exception failure) => failure switch
    {
        RunException or ResourceException { HideStack: true } => failure.Message,
        ResourceException => failure.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
    };
}
