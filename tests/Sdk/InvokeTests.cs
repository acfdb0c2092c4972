using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class InvokeTests
{
    [Fact]
    public async Task Invoke_SendsArgumentsAndReadsTheResult()
    {
        var mocks = Answering(("name", "found"), ("count", 2));
        Output<Found> found = null!;
        await mocks.RunAsync(() => found = Deployment.Instance.Invoke<Found>("test:index:find", new FindArgs { Filter = "f", Limit = 3 }));

        var call = Assert.Single(mocks.Calls);
        Assert.Equal("test:index:find", call.Token);
        Assert.Equal("", call.Provider);
        Assert.Equal("f", call.Args["filter"]);
        Assert.Equal(3.0, call.Args["limit"]);
        Assert.Equal(("found", 2), ((await OutputUtilities.GetValueAsync(found)).Name, (await OutputUtilities.GetValueAsync(found)).Count));
    }

    [Fact]
    public async Task Invoke_WithAnUnknownArgumentIsNotCalled()
    {
        var mocks = Answering(("name", "found"));
        Output<Found> found = null!;
        await mocks.RunAsync(() => found = Deployment.Instance.Invoke<Found>(
            "test:index:find", new FindArgs { Filter = OutputUtilities.CreateUnknown("f") }));

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(found));
    }

    [Fact]
    public async Task Invoke_OnAResourceWithUnknownIdIsNotCalled()
    {
        var mocks = new Recorder
        {
            OnResource = _ => Task.FromResult<(string?, object)>((null, new Dictionary<string, object> { ["text"] = "known" })),
        };
        Output<Found> found = null!, ordered = null!;
        await mocks.RunAsync(() =>
        {
            var thing = new Thing("thing");
            found = Deployment.Instance.Invoke<Found>("test:index:find", new FindArgs { Filter = thing.Text });
            ordered = Deployment.Instance.Invoke<Found>("test:index:find", new FindArgs(), new InvokeOutputOptions { DependsOn = thing });
        });

        Assert.Empty(mocks.Calls);
        Assert.False(await OutputUtilities.GetIsKnownAsync(found));
        Assert.False(await OutputUtilities.GetIsKnownAsync(ordered));
    }

    [Fact]
    public async Task Invoke_SecretArgumentDoesNotMakeTheResultSecret_ASecretResultDoes()
    {
        var mocks = Answering(("name", "found"));
        Output<Found> fromSecret = null!, toSecret = null!;
        await mocks.RunAsync(() => fromSecret = Deployment.Instance.Invoke<Found>("t:i:f", new FindArgs { Filter = Output.CreateSecret("s") }));
        await Answering(("name", Output.CreateSecret("found"))).RunAsync(
            () => toSecret = Deployment.Instance.Invoke<Found>("t:i:f", new FindArgs()));

        Assert.Equal("s", Assert.Single(mocks.Calls).Args["filter"]);
        Assert.False(await Output.IsSecretAsync(fromSecret));
        Assert.True(await Output.IsSecretAsync(toSecret));
    }

    [Fact]
    public async Task Invoke_ResultDependsOnArgumentsAndDependsOn()
    {
        Thing first = null!, second = null!;
        Output<Found> found = null!;
        await Answering(("name", "found")).RunAsync(() =>
        {
            (first, second) = (new("first", new() { Text = "x" }), new("second"));
            found = Deployment.Instance.Invoke<Found>(
                "t:i:f", new FindArgs { Filter = first.Text }, new InvokeOutputOptions { DependsOn = { second } });
        });

        Assert.Equal(ImmutableHashSet.Create<Resource>(first, second), await OutputUtilities.GetDependenciesAsync(found));
    }

    [Fact]
    public async Task InvokeAsync_AlwaysCalls()
    {
        var mocks = Answering(("name", "found"));
        Found found = null!;
        await Deployment.TestAsync(mocks, new(), async () =>
        {
            found = await Deployment.Instance.InvokeAsync<Found>("t:i:f", new FindArgs { Filter = OutputUtilities.CreateUnknown("f") });
            await Deployment.Instance.InvokeAsync("t:i:f", new FindArgs { Filter = "known" });
        });

        Assert.Equal("found", found.Name);
        Assert.Empty(mocks.Calls[0].Args);
        Assert.Equal("known", mocks.Calls[1].Args["filter"]);
    }

    [Fact]
    public async Task InvokeSingle_GivesTheOnlyMember()
    {
        Output<string> output = null!;
        var plain = "";
        await Deployment.TestAsync(Answering(("result", "one")), new(), async () =>
        {
            output = Deployment.Instance.InvokeSingle<string>("t:i:f", new FindArgs());
            plain = await Deployment.Instance.InvokeSingleAsync<string>("t:i:f", new FindArgs());
        });

        Assert.Equal("one", await OutputUtilities.GetValueAsync(output));
        Assert.Equal("one", plain);
    }

    [Fact]
    public async Task Invoke_TakesTheProviderOfOptionsOrParent()
    {
        var mocks = Answering(("name", "found"));
        await mocks.RunAsync(() =>
        {
            var provider = new TestProvider("east");
            var group = new Group("group", new() { Providers = { provider } });
            _ = Deployment.Instance.Invoke<Found>("test:i:own", new FindArgs(), new InvokeOptions { Provider = provider });
            _ = Deployment.Instance.Invoke<Found>("test:i:parent", new FindArgs(), new InvokeOptions { Parent = group });
            _ = Deployment.Instance.Invoke<Found>("other:i:none", new FindArgs(), new InvokeOptions { Parent = group });
        });

        Assert.EndsWith("::east::east-id", ProviderOf("test:i:own"), StringComparison.Ordinal);
        Assert.EndsWith("::east::east-id", ProviderOf("test:i:parent"), StringComparison.Ordinal);
        Assert.Equal("", ProviderOf("other:i:none"));

        // Calls reach the mock in no stated order.
        string? ProviderOf(string token) => Assert.Single(mocks.Calls, call => call.Token == token).Provider;
    }

    [Fact]
    public async Task Call_GoesToTheMockToo()
    {
        var mocks = Answering(("name", "called"));
        Output<Found> found = null!;
        Thing thing = null!;
        await mocks.RunAsync(() =>
        {
            thing = new("thing");
            found = Deployment.Instance.Call<Found>("test:index/thing:Thing/do", new DoArgs { How = "fast" }, thing);
        });

        var call = Assert.Single(mocks.Calls);
        Assert.Equal("fast", call.Args["how"]);
        Assert.IsType<Thing>(call.Args["__self__"]);
        Assert.Equal("called", (await OutputUtilities.GetValueAsync(found)).Name);
    }

    [Fact]
    public async Task StackReference_ReadsOutputsAndTheirSecrecy()
    {
        var mocks = new Recorder
        {
            OnResource = args => Task.FromResult<(string?, object)>((args.Id, new Dictionary<string, object>
            {
                ["name"] = args.Inputs["name"],
                ["outputs"] = Output.CreateSecret(new Dictionary<string, object> { ["plain"] = "p", ["hidden"] = "h" }),
                ["secretOutputNames"] = new[] { "hidden" },
            })),
        };
        StackReference reference = null!;
        object? plain = null;
        Exception? refused = null, missing = null;
        await Deployment.TestAsync(mocks, new(), async () =>
        {
            reference = new("org/other/dev");
            plain = await reference.GetValueAsync("plain");
            refused = await Record.ExceptionAsync(() => reference.RequireValueAsync("hidden"));
            Assert.Equal("h", (await reference.GetOutputDetailsAsync("hidden")).SecretValue);
            Assert.Equal("p", (await reference.GetOutputDetailsAsync("plain")).Value);
        });

        var request = Assert.Single(mocks.Resources);
        Assert.Equal(("pulumi:pulumi:StackReference", "org/other/dev"), (request.Type, request.Id));
        Assert.Equal("p", plain);
        Assert.IsType<InvalidOperationException>(refused);
        Assert.False(await Output.IsSecretAsync(reference.GetOutput("plain")));
        Assert.True(await Output.IsSecretAsync(reference.RequireOutput("hidden")));
        Assert.Null(await OutputUtilities.GetValueAsync(reference.GetOutput("none")));
        missing = await Record.ExceptionAsync(() => OutputUtilities.GetValueAsync(reference.RequireOutput("none")));
        Assert.Equal("Required output 'none' does not exist on stack 'org/other/dev'.", Assert.IsType<KeyNotFoundException>(missing).Message);
    }

    private static Recorder Answering(params (string Key, object Value)[] result) => new()
    {
        OnCall = _ => result.ToImmutableDictionary(entry => entry.Key, entry => entry.Value),
    };

    private sealed class FindArgs : InvokeArgs
    {
        [Input("filter")]
        public Input<string>? Filter { get; set; }

        [Input("limit")]
        public int? Limit { get; set; }
    }

    private sealed class DoArgs : CallArgs
    {
        [Input("how")]
        public Input<string>? How { get; set; }
    }

    [OutputType]
    private sealed class Found
    {
        public readonly string Name;
        public readonly int Count;

        [OutputConstructor]
        private Found(string name, int count)
        {
            Name = name;
            Count = count;
        }
    }
}
