using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace CrossCloudMesh.Tests.Sdk;

/// <summary>Mocks that keep all they are asked, and answer with the inputs and the id "name-id" unless told otherwise.</summary>
public sealed class Recorder : IMocks
{
    private readonly Lock gate = new();

    public List<MockResourceArgs> Resources { get; } = [];

    public List<MockCallArgs> Calls { get; } = [];

    public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    public Func<MockResourceArgs, Task<(string?, object)>>? OnResource { get; init; }

    public Func<MockCallArgs, object>? OnCall { get; init; }

    public MockResourceArgs this[string name] => Resources.Single(resource => resource.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (gate)
        {
            Resources.Add(args);
        }

        return OnResource?.Invoke(args) ?? Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (gate)
        {
            Calls.Add(args);
        }

        return Task.FromResult(OnCall?.Invoke(args) ?? args.Args);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (gate)
        {
            Outputs.Add(args);
        }

        return Task.CompletedTask;
    }

    /// <summary>Mocks whose resources all get this state, and the id "name-id".</summary>
    public static Recorder Giving(params (string Key, object Value)[] state) => new()
    {
        OnResource = args => Task.FromResult<(string?, object)>(
            ($"{args.Name}-id", state.ToImmutableDictionary(entry => entry.Key, entry => entry.Value))),
    };

    /// <summary>Runs an update, in which what a mock leaves out is known.</summary>
    public async Task<ImmutableArray<Resource>> RunAsync(Action program, TestOptions? options = null) =>
        await Deployment.TestAsync(this, options ?? new() { IsPreview = false }, program);

    /// <summary>Runs a preview, in which what a mock leaves out is unknown.</summary>
    public Task<ImmutableArray<Resource>> PreviewAsync(Action program) => RunAsync(program, new() { IsPreview = true });
}
