using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class StateTests
{
    [Fact]
    public async Task State_IsReadIntoOutputsByType()
    {
        var thing = await Made(Recorder.Giving(
            ("text", "a"),
            ("count", 3),
            ("ratio", 0.5),
            ("enabled", true),
            ("names", ImmutableArray.Create("x", "y")),
            ("tags", new Dictionary<string, string> { ["k"] = "v" }),
            ("word", "hello"),
            ("any", 4),
            ("json", new Dictionary<string, object> { ["n"] = 1 })));

        Assert.Equal("a", await Value(thing.Text));
        Assert.Equal(3, await Value(thing.Count));
        Assert.Equal(0.5, await Value(thing.Ratio));
        Assert.True(await Value(thing.Enabled));
        Assert.Equal(["x", "y"], (await Value(thing.Names)).ToArray());
        Assert.Equal("v", (await Value(thing.Tags))!["k"]);
        Assert.Equal(Word.Hello, await Value(thing.Word));
        Assert.Equal(4.0, await Value(thing.Any));
        Assert.Equal(1, (await Value(thing.Json)).GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task State_IsReadIntoOutputTypes()
    {
        var part = new Dictionary<string, object> { ["key"] = "k", ["size"] = 7 };
        var thing = await Made(Recorder.Giving(
            ("part", part), ("parts", new[] { part, new Dictionary<string, object> { ["key"] = "l" } }), ("either", part)));

        Assert.Equal(("k", 7), ((await Value(thing.Part))!.Key, (await Value(thing.Part))!.Size));
        Assert.Equal(["k", "l"], (await Value(thing.Parts)).Select(item => item.Key));
        Assert.Null((await Value(thing.Parts))[1].Size);
        Assert.Equal("k", (await Value(thing.Either))!.Value.AsT1.Key);
    }

    [Fact]
    public async Task State_UnionTakesTheFirstTypeThatFits()
    {
        var thing = await Made(Recorder.Giving(("either", "text")));

        Assert.Equal("text", (await Value(thing.Either))!.Value.AsT0);
    }

    [Fact]
    public async Task State_MayBeAnArgsObject()
    {
        var thing = await Made(new Recorder
        {
            OnResource = _ => Task.FromResult<(string?, object)>(("id", new ThingArgs { Text = "a", Part = new PartArgs { Key = "k" } })),
        });

        Assert.Equal("a", await Value(thing.Text));
        Assert.Equal("k", (await Value(thing.Part))!.Key);
    }

    [Fact]
    public async Task State_MayHoldOutputs_WhoseSecrecyAndUnknownnessAreKept()
    {
        var thing = await Made(Recorder.Giving(
            ("text", Output.CreateSecret("s")), ("count", OutputUtilities.CreateUnknown(1)), ("enabled", Output.Create(true))));

        Assert.True(await Output.IsSecretAsync(thing.Text));
        Assert.Equal("s", await Value(thing.Text));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Enabled));
        Assert.False(await Output.IsSecretAsync(thing.Enabled));
    }

    [Fact]
    public async Task State_OfAnAnonymousTypeFails()
    {
        var mocks = new Recorder { OnResource = _ => Task.FromResult<(string?, object)>(("id", new { text = "a" })) };

        var failure = await Assert.ThrowsAsync<RunException>(() => mocks.RunAsync(() => _ = new Thing("thing")));
        Assert.Contains("is not a supported argument type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_OfWrongTypeGivesTheDefault()
    {
        var thing = await Made(Recorder.Giving(
            ("text", 1), ("count", "x"), ("names", "x"), ("part", "x"), ("parts", new object[] { 1 }), ("tags", 1)));

        Assert.Null(await Value(thing.Text));
        Assert.Equal(0, await Value(thing.Count));
        Assert.True((await Value(thing.Names)).IsDefault);
        Assert.Null(await Value(thing.Part));
        Assert.Null(Assert.Single(await Value(thing.Parts)));
        Assert.Null(await Value(thing.Tags));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Text));
    }

    [Fact]
    public async Task AbsentFields_AreDefaultAndKnownInAnUpdate()
    {
        var thing = await Made(Recorder.Giving());

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.Equal(0, await Value(thing.Count));
        Assert.Null(await Value(thing.Text));
    }

    [Fact]
    public async Task AbsentFields_AreUnknownInAPreview()
    {
        var mocks = Recorder.Giving(("text", "a"));
        var thing = (Thing)(await mocks.PreviewAsync(() => _ = new Thing("thing"))).Single();

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Id));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Urn));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NullId_IsUnknownInBoth(bool isPreview)
    {
        var mocks = new Recorder { OnResource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        var thing = (Thing)(await mocks.RunAsync(() => _ = new Thing("thing"), new() { IsPreview = isPreview })).Single();

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
    }

    [Fact]
    public async Task Outputs_DependOnExactlyTheirResource()
    {
        var mocks = Recorder.Giving(("text", "a"));
        Thing first = null!, second = null!;
        await mocks.RunAsync(() =>
        {
            first = new("first");
            second = new("second", new() { Text = first.Text });
        });

        Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Text));
        Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Count));
        Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Id));
        Assert.Equal([second], await OutputUtilities.GetDependenciesAsync(second.Urn));
    }

    [Fact]
    public async Task Options_AreNotAppliedToState()
    {
        var thing = await Made(Recorder.Giving(("text", "a")), new()
        {
            AdditionalSecretOutputs = { "text" },
            Protect = true,
            IgnoreChanges = { "text" },
            ReplaceOnChanges = { "text" },
            Aliases = { new Alias { Name = "old" } },
        });

        Assert.False(await Output.IsSecretAsync(thing.Text));
    }

    [Fact]
    public async Task EmptyMocks_GiveInputsBackWithoutId()
    {
        var resources = await Deployment.TestAsync(
            new Pulumi.Testing.EmptyMocks(), new() { IsPreview = false }, () => _ = new Thing("thing", new() { Text = "a" }));

        var thing = Assert.IsType<Thing>(Assert.Single(resources));
        Assert.Equal("a", await Value(thing.Text));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
    }

    private static async Task<Thing> Made(Recorder mocks, CustomResourceOptions? options = null) =>
        (Thing)(await mocks.RunAsync(() => _ = new Thing("thing", null, options))).Single();

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
