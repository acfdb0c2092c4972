using Pulumi;
using Pulumi.Testing;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

/// <summary>What a failed run looks like. Failures set the process's exit code, so these tests run alone.</summary>
[Collection(nameof(ProcessState))]
public sealed class FailureTests : IDisposable
{
    private readonly int exitCode = Environment.ExitCode;

    public void Dispose() => Environment.ExitCode = exitCode;

    [Fact]
    public async Task RunException_KeepsItsMessage() =>
        Assert.Equal("told", (await FailureOf(() => throw new RunException("told"))).Message);

    [Fact]
    public async Task ResourceException_KeepsItsMessage()
    {
        Assert.Equal("told", (await FailureOf(() => throw new ResourceException("told", null, hideStack: true))).Message);
        Assert.Contains("told", (await FailureOf(() => throw new ResourceException("told", null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherExceptions_AreTheProgramsFailure()
    {
        var failure = await FailureOf(() => throw new InvalidOperationException("broken"));

        Assert.StartsWith("Running program '", failure.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("broken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExceptionInApply_FailsTheRun() =>
        Assert.Equal("told", (await FailureOf(() => Output.Create(1).Apply(Throw))).Message);

    [Fact]
    public async Task ExceptionInAMock_FailsTheRun()
    {
        var mocks = new Recorder { OnResource = _ => throw new RunException("told") };

        var failure = await Assert.ThrowsAsync<RunException>(() => mocks.RunAsync(() => _ = new Thing("thing")));
        Assert.Equal("told", failure.Message);
    }

    [Fact]
    public async Task FirstException_EndsTheWait()
    {
        var mocks = new Recorder { OnResource = _ => new TaskCompletionSource<(string?, object)>().Task };

        var run = mocks.RunAsync(() =>
        {
            _ = new Thing("waits for ever");
            Output.Create(Task.Delay(5).ContinueWith(_ => 1, TaskScheduler.Default)).Apply(Throw);
        });
        Assert.Same(run, await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(20))));
        await Assert.ThrowsAsync<RunException>(() => run);
    }

    [Fact]
    public async Task SeveralErrors_AreAnAggregate()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => new Recorder().RunAsync(() =>
        {
            Log.Error("one");
            Log.Error("two");
        }));

        Assert.Equal(["one", "two"], failure.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message));
    }

    [Fact]
    public async Task LoggedErrorAlone_FailsTheRun() => Assert.Equal("logged", (await FailureOf(() => Log.Error("logged"))).Message);

    [Fact]
    public async Task LesserMessages_DoNotFailTheRun() => await new Recorder().RunAsync(() =>
    {
        Log.Debug("d");
        Log.Info("i");
        Log.Warn("w");
    });

    [Fact]
    public async Task MissingRequiredInput_IsNamed()
    {
        var failure = await FailureOf(() => _ = new Needy("needy", new()));

        Assert.Contains(
            "[Input] CrossCloudMesh.Tests.Sdk.NeedyArgs.Must is required but was not given a value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingRequiredInput_InsideIsNamed()
    {
        var failure = await FailureOf(() => _ = new Thing("thing", new() { Part = new PartArgs() }));

        Assert.Contains("error serializing property \"part\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "[Input] CrossCloudMesh.Tests.Sdk.PartArgs.Key is required but was not given a value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TaskInsideArgs_Fails()
    {
        var failure = await FailureOf(() => _ = new Thing("thing", new() { Any = Output.Create<object>(Task.CompletedTask) }));

        Assert.Contains("Tasks are not allowed inside ResourceArgs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnsupportedInput_IsNamedWithItsPath()
    {
        var failure = await FailureOf(() => _ = new Thing(
            "thing", new() { Any = new Dictionary<string, object> { ["a"] = new object[] { 1, DateTime.UnixEpoch } } }));

        Assert.Contains("System.DateTime is not a supported argument type.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("resource:thing[test:index/thing:Thing].any.id.a[1]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputWithoutASetter_Fails()
    {
        var failure = await FailureOf(() => _ = new GetOnly());

        Assert.Contains("GetOnly.Text did not have a 'set' method", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyName_Fails() =>
        Assert.Contains("'name' cannot be null or empty.", (await FailureOf(() => _ = new Thing(""))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task FailedRun_SetsTheExitCode()
    {
        Environment.ExitCode = 0;
        await FailureOf(() => Log.Error("logged only"));
        Assert.Equal(0, Environment.ExitCode);

        await FailureOf(() => throw new RunException("told"));
        Assert.Equal(32, Environment.ExitCode);
    }

    [Fact]
    public void ToString_ThrowsIfTheEnvironmentAsksForIt()
    {
        const string Variable = "PULUMI_ERROR_OUTPUT_STRING";
        Environment.SetEnvironmentVariable(Variable, "1");
        try
        {
            Assert.StartsWith(
                "Calling [ToString] on an [Output<T>] is not supported.",
                Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString()).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task RunAsync_WithoutAnEngineFails()
    {
        const string Message = "Program run without the Pulumi engine available; re-run using the `pulumi` CLI";

        Assert.Equal(Message, (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }))).Message);
        Assert.Equal(Message, (await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<Stack0>())).Message);
    }

    private static int Throw(int value) => throw new RunException("told");

    private static Task<RunException> FailureOf(Action program) =>
        Assert.ThrowsAsync<RunException>(() => new Recorder().RunAsync(program));

    private sealed class Stack0 : Stack;

    private sealed class GetOnly() : CustomResource("test:index:GetOnly", "get-only", ResourceArgs.Empty, null)
    {
        [Output("text")]
        public Output<string> Text { get; } = null!;
    }
}

/// <summary>Tests that read or write what all of a process shares: environment variables and the exit code.</summary>
[CollectionDefinition(nameof(ProcessState), DisableParallelization = true)]
public sealed class ProcessState;
