using Pulumi;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class TransformationTests
{
    [Fact]
    public async Task Transformations_RunOwnFirstThenTheParents()
    {
        var order = new List<string>();
        await Deployment.TestWithServiceProviderAsync<Stack>(new Recorder(), new Factory(() =>
        {
            var stack = new Stack(new() { ResourceTransformations = { Note("stack") } });
            var group = new Group("group", new() { ResourceTransformations = { Note("group") } });
            _ = new Thing("thing", null, new() { Parent = group, ResourceTransformations = { Note("own") } });
            return stack;
        }));

        Assert.Equal(
            ["stack:project-stack", "group:group", "stack:group", "own:thing", "group:thing", "stack:thing"], order);

        ResourceTransformation Note(string level) => args =>
        {
            order.Add($"{level}:{args.Resource.GetResourceName()}");
            return null;
        };
    }

    [Fact]
    public async Task Transformations_RunInTheConstructor()
    {
        var seen = new List<Resource>();
        Thing thing = null!;
        await new Recorder().RunAsync(() =>
        {
            thing = new("thing", null, new()
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        Assert.NotNull(args.Resource.Urn);
                        seen.Add(args.Resource);
                        return null;
                    },
                },
            });
            Assert.Same(thing, Assert.Single(seen));
        });
    }

    [Fact]
    public async Task Transformations_MayReplaceArgsAndOptions()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            var provider = new TestProvider("east");
            _ = new Thing("thing", new() { Text = "old" }, new()
            {
                ResourceTransformations =
                {
                    args => new(
                        new ThingArgs { Text = "new" },
                        CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Provider = provider })),
                    args =>
                    {
                        Assert.IsType<ThingArgs>(args.Args).Enabled = true;
                        return null;
                    },
                },
            });
        });

        Assert.Equal("new", mocks["thing"].Inputs["text"]);
        Assert.Equal(true, mocks["thing"].Inputs["enabled"]);
        Assert.EndsWith("::east::east-id", mocks["thing"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transformations_MayNotReplaceTheParent()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => new Recorder().RunAsync(() =>
        {
            var group = new Group("group");
            _ = new Thing("thing", null, new()
            {
                ResourceTransformations = { args => new(args.Args, new CustomResourceOptions { Parent = group }) },
            });
        }));

        Assert.Contains("Transformations cannot currently be used to change the 'parent'", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Factory(Func<Stack> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => make();
    }
}
