using System.Collections;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class InputCollectionTests
{
    [Fact]
    public async Task InputList_IsMadeFromAllItsForms()
    {
        var a = Output.Create("a");
        InputList<string>[] lists =
        [
            "a", a, (Input<string>)"a",
            new[] { "a" }, new[] { a }, new Input<string>[] { "a" },
            new List<string> { "a" }, new List<Output<string>> { a }, new List<Input<string>> { "a" },
            ImmutableArray.Create("a"), ImmutableArray.Create(a), ImmutableArray.Create<Input<string>>("a"),
            Output.Create(new[] { "a" }), Output.Create(new List<string> { "a" }), Output.Create<IEnumerable<string>>(["a"]),
            Output.Create(ImmutableArray.Create("a")),
        ];

        foreach (var list in lists)
        {
            Assert.Equal(["a"], await Value(list));
        }
    }

    [Fact]
    public async Task InputList_AddsAndJoins()
    {
        var list = new InputList<string> { "a", "b" };
        list.Add("c", "d");
        list.AddRange(new[] { "e" });
        InputList<string> later = Output.Create(Later(ImmutableArray.Create("f")));
        list.Add(later);
        list.Add("g");

        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], await Value(list));
        Assert.Equal(["x", "a"], await Value(((InputList<string>)"x").Concat("a")));
    }

    [Fact]
    public async Task InputList_ConcatLeavesBothAsTheyWere()
    {
        var list = new InputList<string> { "a" };
        var joined = list.Concat(new[] { "b" });
        list.Add("c");

        Assert.Equal(["a", "b"], await Value(joined));
        Assert.Equal(["a", "c"], await Value(list));
    }

    [Fact]
    public async Task InputList_IsReadAsynchronouslyOnly()
    {
        var list = new InputList<int> { 1, 2 };
        var sum = 0;
        await foreach (var item in list)
        {
            sum += await Value(item.ToOutput());
        }

        Assert.Equal(3, sum);
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task InputList_TakesEitherSideOfUnions()
    {
        var list = new InputList<Union<string, int>> { (Input<string>)"a", (Input<int>)1 };

        Assert.Equal(["a", 1], (await Value(list)).Select(item => item.Value));
    }

    [Fact]
    public async Task InputMap_IsMadeFromAllItsForms()
    {
        var plain = new Dictionary<string, string> { ["a"] = "1" };
        InputMap<string>[] maps =
        [
            plain, plain.ToImmutableDictionary(),
            Output.Create(plain), Output.Create<IDictionary<string, string>>(plain), Output.Create(plain.ToImmutableDictionary()),
            new InputMap<string> { ["a"] = "1" }, new InputMap<string> { { "a", "1" } },
        ];

        foreach (var map in maps)
        {
            Assert.Equal(plain, await Value(map));
        }
    }

    [Fact]
    public async Task InputMap_SecondWinsInMerge()
    {
        var merged = InputMap<string>.Merge(
            new() { ["a"] = "1", ["b"] = "1" }, new() { ["b"] = "2", ["c"] = "2" });

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "2" }, await Value(merged));
    }

    [Fact]
    public async Task InputMap_SameKeyWithSameValueIsOneEntry()
    {
        var map = new InputMap<string> { ["a"] = "1", ["b"] = "2" };
        map.Add("a", Output.Create("1"));

        Assert.Equal(2, (await Value(map)).Count);
    }

    [Fact]
    public async Task InputMap_SameKeyWithOtherValueFails()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add("a", "2");
        InputMap<string> fromDictionary = new Dictionary<string, string> { ["a"] = "1" };
        fromDictionary["a"] = "2";

        Assert.Contains("'a'", (await Assert.ThrowsAsync<ArgumentException>(() => Value(map))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Value(fromDictionary));
    }

    [Fact]
    public async Task InputMap_AddRangeWithSameKeyFails()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.AddRange(new InputMap<string> { ["a"] = "2" });

        await Assert.ThrowsAsync<ArgumentException>(() => Value(map));
    }

    [Fact]
    public async Task InputUnion_TakesValuesInputsAndOutputsOfBothSides()
    {
        InputUnion<string, int>[] unions =
        [
            "a", 1, (Input<string>)"a", (Input<int>)1, Output.Create("a"), Output.Create(1), Output.Create((Union<string, int>)1),
        ];

        Assert.Equal(
            ["a", 1, "a", 1, "a", 1, 1], await Task.WhenAll(unions.Select(async union => (await Value(union.ToOutput())).Value)));
    }

    [Fact]
    public void Union_KnowsItsSide()
    {
        Union<string, int> first = "a", second = 1;

        Assert.True(first.IsT0 && second.IsT1 && first != second && first == "a");
        Assert.Equal("A", first.MapT0(text => text.ToUpperInvariant()).AsT0);
        Assert.Equal(1, first.Match(text => text.Length, number => -number));
        Assert.True(second.TryPickT1(out var number, out _) && number == 1);
        Assert.Throws<InvalidOperationException>(() => first.AsT1);
    }

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private static async Task<T[]> Value<T>(InputList<T> list) => [.. await OutputUtilities.GetValueAsync(list.ToOutput())];

    private static Task<ImmutableDictionary<string, T>> Value<T>(InputMap<T> map) => OutputUtilities.GetValueAsync(map.ToOutput());
}
