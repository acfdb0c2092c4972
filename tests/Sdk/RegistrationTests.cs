using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Mock_GetsTypeAndName()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => _ = new Thing("thing"));

        Assert.Equal(("test:index/thing:Thing", "thing"), (mocks["thing"].Type, mocks["thing"].Name));
    }

    [Fact]
    public async Task MockId_IsEmptyForNew_GivenForGet_AndTheImportsForImport()
    {
        var mocks = new Recorder();
        Thing got = null!, imported = null!;
        await mocks.RunAsync(() =>
        {
            _ = new Thing("new");
            got = Thing.Get("got", "given", new() { Text = "state" });
            imported = new("imported", null, new() { ImportId = "theirs" });
        });

        Assert.Equal("", mocks["new"].Id);
        Assert.Equal("given", mocks["got"].Id);
        Assert.Equal("state", mocks["got"].Inputs["text"]);
        Assert.Equal("given", await Value(got.Id));
        Assert.Equal("theirs", mocks["imported"].Id);
        Assert.Equal("imported-id", await Value(imported.Id));
    }

    [Fact]
    public async Task MockProvider_IsUrnAndIdOrEmpty()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            var provider = new TestProvider("east");
            _ = new Thing("with", null, new() { Provider = provider });
            _ = new Thing("without");
        });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:test::east::east-id", mocks["with"].Provider);
        Assert.Equal("", mocks["without"].Provider);
    }

    [Fact]
    public async Task Provider_IsTakenFromTheParentByPackage()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            TestProvider east = new("east"), west = new("west");
            var group = new Group("group", new() { Providers = { east } });
            var inner = new Group("inner", new() { Parent = group });
            _ = new Thing("inherits", null, new() { Parent = inner });
            _ = new CustomResource("other:index:Thing", "other", null, new CustomResourceOptions { Parent = inner });
            var own = new Thing("own", null, new() { Parent = group, Provider = west });
            _ = new Thing("below", null, new() { Parent = own });
        });

        Assert.EndsWith("::east::east-id", mocks["inherits"].Provider, StringComparison.Ordinal);
        Assert.Equal("", mocks["other"].Provider);
        Assert.EndsWith("::west::west-id", mocks["own"].Provider, StringComparison.Ordinal);
        Assert.EndsWith("::west::west-id", mocks["below"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Component_WithProviderAndProvidersFails()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => new Recorder().RunAsync(() =>
        {
            var provider = new TestProvider("east");
            _ = new Group("group", new() { Provider = provider, Providers = { provider } });
        }));

        Assert.Contains("Do not supply both 'provider' and 'providers'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urn_KeepsOnlyTheStackOfTheTypesAbove()
    {
        Thing deep = null!;
        await new Recorder().RunAsync(
            () => deep = new("deep", null, new() { Parent = new Group("inner", new() { Parent = new Group("outer") }) }),
            new() { IsPreview = false, StackName = "dev", ProjectName = "mesh" });

        Assert.Equal("urn:pulumi:dev::mesh::pulumi:pulumi:Stack$test:index/thing:Thing::deep", await Value(deep.Urn));
        Assert.Equal(("test:index/thing:Thing", "deep"), (deep.GetResourceType(), deep.GetResourceName()));
    }

    [Fact]
    public async Task DuplicateNames_AreAccepted()
    {
        var resources = await new Recorder().RunAsync(() =>
        {
            _ = new Thing("same");
            _ = new Thing("same");
        });

        Assert.Equal(2, resources.Length);
    }

    [Fact]
    public async Task MockCalls_RespectDependencies()
    {
        var mocks = Slow();
        await mocks.RunAsync(() =>
        {
            var byInput = new Thing("1-input");
            var byDependsOn = new Thing("2-uses-input", new() { Text = byInput.Text });
            var parent = new Thing("3-depends-on", null, new() { DependsOn = byDependsOn });
            var provider = new TestProvider("4-child", new() { Parent = parent });
            _ = new Thing("5-with-provider", null, new() { Provider = provider });
        });

        Assert.Equal(
            ["1-input", "2-uses-input", "3-depends-on", "4-child", "5-with-provider"], mocks.Resources.Select(resource => resource.Name));
        Assert.Equal("1-input", mocks["2-uses-input"].Inputs["text"]);
    }

    [Fact]
    public async Task DependsOn_AComponentWaitsForItsChildren()
    {
        var finished = new List<string>();
        var mocks = Slow(finished);
        IEnumerable<string> before = [];
        await mocks.RunAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("child", null, new() { Parent = new Group("inner", new() { Parent = group }) });
            var after = new Thing("after", null, new() { DependsOn = group });
            after.Urn.Apply(_ => before = finished.ToArray());
        });

        Assert.True(mocks.Resources.FindIndex(r => r.Name == "after") > mocks.Resources.FindIndex(r => r.Name == "child"));
        Assert.Contains("child", before);
    }

    [Fact]
    public async Task DependsOn_AnUnknownListWaitsForNothing()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => _ = new Thing(
            "thing", null, new() { DependsOn = OutputUtilities.CreateUnknown(ImmutableArray<Resource>.Empty) }));

        Assert.Single(mocks.Resources);
    }

    [Fact]
    public async Task Options_AreTakenWhenTheResourceIsConstructed()
    {
        var mocks = Slow();
        await mocks.RunAsync(() =>
        {
            var first = new Thing("first");
            var options = new CustomResourceOptions { DependsOn = first, ImportId = "kept" };
            _ = new Thing("second", null, options);
            options.ImportId = "changed";
        });

        Assert.Equal("kept", mocks["second"].Id);
    }

    [Fact]
    public async Task Components_AreSentToTheMockAndCounted()
    {
        var mocks = new Recorder();
        var resources = await mocks.RunAsync(() => _ = new Group("group"));

        Assert.Equal("infra:tests:Group", mocks["group"].Type);
        Assert.IsType<Group>(Assert.Single(resources));
    }

    [Fact]
    public async Task RemoteComponent_TakesItsOutputsFromTheMock()
    {
        var mocks = Recorder.Giving(("answer", "42"));
        Remote remote = null!;
        await mocks.RunAsync(() => remote = new("remote"));

        Assert.Equal("42", await Value(remote.Answer));
    }

    [Fact]
    public async Task UrnOption_ReadsARegisteredResource()
    {
        Thing copy = null!;
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            _ = new Thing("thing", new() { Text = "a" });
            copy = new("thing", null, new() { Urn = "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index/thing:Thing::thing" });
        });

        Assert.Single(mocks.Resources);
        Assert.Equal("a", await Value(copy.Text));
        Assert.Equal("thing-id", await Value(copy.Id));
    }

    [Fact]
    public async Task Alias_WithUrnAndNameFails()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => new Recorder().RunAsync(
            () => _ = new Thing("thing", null, new() { Aliases = { new Alias { Urn = "urn:pulumi:s::p::t:m:T::n", Name = "n" } } })));

        Assert.Contains("Alias should not specify both Urn and Name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HooksAndTransforms_AreNotRun()
    {
        var ran = false;
        await new Recorder().RunAsync(() =>
        {
            var hook = new ResourceHook("hook", (_, _) =>
            {
                ran = true;
                return Task.CompletedTask;
            });
            var options = new CustomResourceOptions
            {
                ResourceTransforms =
                {
                    (_, _) =>
                    {
                        ran = true;
                        return Task.FromResult<ResourceTransformResult?>(null);
                    },
                },
            };
            options.Hooks.BeforeCreate.Add(hook);
            options.Hooks.AfterCreate.Add(hook);
            _ = new Thing("thing", null, options);
        });

        Assert.False(ran);
    }

    private static Recorder Slow(List<string>? finished = null) => new()
    {
        OnResource = async args =>
        {
            await Task.Delay(5);
            lock (args.Type!)
            {
                finished?.Add(args.Name!);
            }

            return ($"{args.Name}-id", args.Inputs.SetItem("text", args.Name!));
        },
    };

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private sealed class Remote(string name)
        : ComponentResource("test:index:Remote", name, ResourceArgs.Empty, new ComponentResourceOptions(), remote: true)
    {
        [Output("answer")]
        public Output<string> Answer { get; private set; } = null!;
    }
}
