using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class InputTests
{
    [Fact]
    public async Task Inputs_HaveWireNames()
    {
        var inputs = await InputsOf(new() { Text = "a", Enabled = true });

        Assert.Equal("a", inputs["text"]);
        Assert.Equal(true, inputs["enabled"]);
        Assert.Equal(2, inputs.Count);
    }

    [Fact]
    public async Task Inputs_NumbersArriveAsDouble()
    {
        var inputs = await InputsOf(new() { Count = 3, Ratio = 0.5, Part = new PartArgs { Key = "k", Size = 7 } });

        Assert.Equal(3.0, Assert.IsType<double>(inputs["count"]));
        Assert.Equal(0.5, Assert.IsType<double>(inputs["ratio"]));
        Assert.Equal(7.0, Assert.IsType<double>(Map(inputs["part"])["size"]));
    }

    [Fact]
    public async Task Inputs_ListsArriveAsImmutableArrays()
    {
        var inputs = await InputsOf(new()
        {
            Names = { "a", Output.Create("b") },
            Parts = { new PartArgs { Key = "x" }, new PartArgs { Key = "y" } },
        });

        Assert.Equal(["a", "b"], List(inputs["names"]));
        Assert.Equal(["x", "y"], List(inputs["parts"]).Select(part => Map(part)["key"]));
    }

    [Fact]
    public async Task Inputs_ObjectsArriveAsImmutableDictionaries()
    {
        var inputs = await InputsOf(new()
        {
            Tags = { ["a"] = "1", ["b"] = Output.Create("2") },
            Any = new Dictionary<string, object> { ["deep"] = new[] { 1, 2 }, ["none"] = null! },
        });

        Assert.Equal("2", Map(inputs["tags"])["b"]);
        Assert.Equal([1.0, 2.0], List(Map(inputs["any"])["deep"]));
        Assert.DoesNotContain("none", Map(inputs["any"]).Keys);
    }

    [Fact]
    public async Task Inputs_EnumsArriveAsText()
    {
        var inputs = await InputsOf(new() { Word = Word.Hello, Either = Word.Hello });

        Assert.Equal("hello", inputs["word"]);
        Assert.Equal("hello", inputs["either"]);
    }

    [Fact]
    public async Task Inputs_UnionsArriveAsWhatTheyHold()
    {
        var inputs = await InputsOf(new() { Either = "plain", Any = (Union<string, int>)5 });

        Assert.Equal("plain", inputs["either"]);
        Assert.Equal(5.0, inputs["any"]);
    }

    [Fact]
    public async Task Inputs_JsonArrivesAsValue()
    {
        var inputs = await InputsOf(new() { Json = """{"a": [1, true, null, "x"]}""" });

        Assert.Equal([1.0, true, null, "x"], List(Map(inputs["json"])["a"]));
    }

    [Fact]
    public async Task Inputs_JsonArgumentsArriveAsText()
    {
        var inputs = await InputsOf(new() { JsonText = new PartArgs { Key = "a \"quoted\" <b>", Size = 3 } });

        var text = Assert.IsType<string>(inputs["jsonText"]);
        Assert.Equal("""{ "key": "a \"quoted\" \u003cb\u003e", "size": 3 }""", text);
        Assert.Equal(3, JsonDocument.Parse(text).RootElement.GetProperty("size").GetInt32());
    }

    [Theory]
    [InlineData("\u00ad \u2028 \U0001f600 é", """\u00ad \u2028 \ud83d\ude00 é""")]
    [InlineData("/ & ' \b\f\n\r\t\u0001 \\", """/ & ' \b\f\n\r\t\u0001 \\""")]
    public async Task Inputs_JsonArgumentsEscapeWhatCannotBeSeen(string key, string text)
    {
        var inputs = await InputsOf(new() { JsonText = new PartArgs { Key = key } });

        Assert.Equal($$"""{ "key": "{{text}}" }""", inputs["jsonText"]);
    }

    [Fact]
    public async Task Inputs_SecretsArriveUnwrapped()
    {
        var inputs = await InputsOf(new()
        {
            Secret = "s1",
            Text = Output.CreateSecret("s2"),
            Names = { Output.CreateSecret("s3") },
            Part = new PartArgs { Key = Output.CreateSecret("s4") },
        });

        Assert.Equal("s1", inputs["secret"]);
        Assert.Equal("s2", inputs["text"]);
        Assert.Equal(["s3"], List(inputs["names"]));
        Assert.Equal("s4", Map(inputs["part"])["key"]);
    }

    [Fact]
    public async Task Inputs_NullsAreAbsent()
    {
        var inputs = await InputsOf(new()
        {
            Text = null,
            Secret = null,
            Any = Output.Create((object)null!),
            Part = new PartArgs { Key = "k", Hint = null },
        });

        Assert.Equal(["part"], inputs.Keys);
        Assert.Equal(["key"], Map(inputs["part"]).Keys);
    }

    [Fact]
    public async Task Inputs_NullElementsOfListsAreKept()
    {
        var inputs = await InputsOf(new() { Names = { "a", Output.Create((string)null!) } });

        Assert.Equal(["a", null], List(inputs["names"]));
    }

    [Fact]
    public async Task Inputs_WithAnyUnknownAreAbsentAsAWhole()
    {
        var unknown = OutputUtilities.CreateUnknown("");
        var inputs = await InputsOf(new()
        {
            Text = unknown,
            Names = { "a", unknown },
            Tags = { ["a"] = "1", ["b"] = unknown },
            Part = new PartArgs { Key = "k", Hint = unknown },
            Parts = { new PartArgs { Key = "k" }, new PartArgs { Key = unknown } },
            Enabled = true,
        });

        Assert.Equal(["enabled"], inputs.Keys);
    }

    [Fact]
    public async Task Inputs_UntouchedCollectionsAreAbsent_TouchedOnesAreEmpty()
    {
        var touched = new ThingArgs();
        _ = touched.Names;
        _ = touched.Tags;

        Assert.Empty(await InputsOf(new()));
        var inputs = await InputsOf(touched);
        Assert.Empty(List(inputs["names"]));
        Assert.Empty(Map(inputs["tags"]));
    }

    [Fact]
    public async Task Inputs_ArrayThatWasNeverMadeArrivesEmpty()
    {
        var inputs = await InputsOf(new() { Names = default(ImmutableArray<string>) });

        Assert.Empty(List(inputs["names"]));
    }

    [Fact]
    public async Task Inputs_KeysOfTheEngineAreLeftOutInside()
    {
        var inputs = await InputsOf(new() { Tags = { ["__defaults"] = "x", ["a"] = "1" } });

        Assert.Equal(["a"], Map(inputs["tags"]).Keys);
    }

    [Fact]
    public async Task Inputs_AssetsArriveAsAssets()
    {
        var inputs = await InputsOf(new() { File = new StringAsset("text") });

        Assert.IsType<StringAsset>(inputs["file"]);
    }

    [Fact]
    public async Task Inputs_ResourceArrivesAsItsRegisteredClass()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("thing", new() { Other = other });
        });

        var arrived = Assert.IsType<Thing>(mocks["thing"].Inputs["other"]);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index/thing:Thing::other", await Value(arrived.Urn));
    }

    [Fact]
    public async Task Inputs_ResourceOfUnregisteredClassArrivesAsGenericReference()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() =>
        {
            var other = new Group("group");
            _ = new Thing("thing", new() { Other = other });
        });

        var arrived = Assert.IsAssignableFrom<CustomResource>(mocks["thing"].Inputs["other"]);
        Assert.EndsWith("infra:tests:Group::group", await Value(arrived.Urn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_OfDictionaryArgsArrive()
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => _ = new CustomResource(
            "test:index:Free",
            "free",
            new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add("a", Output.Create("b")).Add("n", 1)),
            null));

        Assert.Equal("b", mocks["free"].Inputs["a"]);
        Assert.Equal(1.0, mocks["free"].Inputs["n"]);
    }

    private static async Task<ImmutableDictionary<string, object>> InputsOf(ThingArgs args)
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => _ = new Thing("thing", args));
        return mocks["thing"].Inputs;
    }

    private static object?[] List(object? value) => [.. Assert.IsType<ImmutableArray<object?>>(value)];

    private static ImmutableDictionary<string, object> Map(object? value) => Assert.IsType<ImmutableDictionary<string, object>>(value);

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
