using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class OutputTests
{
    [Fact]
    public async Task Outputs_WorkOutsideADeployment()
    {
        var output = Output.Create(1).Apply(number => Task.FromResult(number + 1)).Apply(number => Output.Create(number * 10));

        Assert.Equal(20, await OutputUtilities.GetValueAsync(output));
    }

    [Fact]
    public async Task Apply_IsNotRunOnUnknowns()
    {
        var ran = false;
        var output = OutputUtilities.CreateUnknown(1).Apply(_ => ran = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.False(await OutputUtilities.GetValueAsync(output));
        Assert.False(ran);
    }

    [Fact]
    public async Task Apply_ToAnUnknownIsUnknown() =>
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Create(1).Apply(_ => OutputUtilities.CreateUnknown("x"))));

    [Fact]
    public async Task Apply_RunsOnceWhateverItReturns()
    {
        var runs = 0;
        Output<int>[] outputs =
        [
            Later(1).Apply(value => Later(value + ++runs)),
            Output.Create(1).Apply(value => Later(value + ++runs)),
            Output.Create(1).Apply(value => (Input<int>)(value + ++runs)),
            Output.Create(1).Apply(async value =>
            {
                await Task.Yield();
                return value + ++runs;
            }),
        ];

        foreach (var output in outputs)
        {
            await OutputUtilities.GetValueAsync(output);
        }

        Assert.Equal(4, runs);
    }

    [Fact]
    public async Task Secrets_FlowThroughApplyAllAndTuple()
    {
        var secret = Output.CreateSecret("s");
        Output<string>[] outputs =
        [
            secret.Apply(text => text + "x"),
            Output.Create("a").Apply(_ => secret),
            Later("a").Apply(_ => secret),
            Output.All(Output.Create("a"), secret).Apply(all => all[0]),
            Output.Tuple(Output.Create("a"), secret).Apply(both => both.Item1),
            Output.Format($"{secret}"),
            Output.CreateSecret(Later("a")),
        ];

        foreach (var output in outputs)
        {
            Assert.True(await Output.IsSecretAsync(output));
        }

        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(Output.Unsecret(secret)));
    }

    [Fact]
    public async Task Dependencies_FlowThroughApplyAllAndTuple()
    {
        var found = new List<ImmutableHashSet<Resource>>();
        var made = new List<Resource>();
        var mocks = Recorder.Giving(("text", "x"));
        await Deployment.TestAsync(mocks, new() { IsPreview = false }, async () =>
        {
            Thing first = new("first"), second = new("second");
            made.AddRange([first, second]);
            found.Add(await OutputUtilities.GetDependenciesAsync(first.Text.Apply(_ => second.Text)));
            found.Add(await OutputUtilities.GetDependenciesAsync(Output.All(first.Text, second.Text)));
            found.Add(await OutputUtilities.GetDependenciesAsync(Output.Tuple(first.Text, second.Text)));
            found.Add(await OutputUtilities.GetDependenciesAsync(Output.Format($"{first.Id}{second.Id}{first.Text}")));
            found.Add(await OutputUtilities.GetDependenciesAsync(OutputUtilities.WithDependency(first.Text, second)));
        });

        foreach (var dependencies in found)
        {
            Assert.Equal(made.ToImmutableHashSet(), dependencies);
        }
    }

    [Fact]
    public async Task All_IsUnknownIfOneIs()
    {
        var all = Output.All<string>("a", OutputUtilities.CreateUnknown("b"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(all));
    }

    [Fact]
    public async Task Tuple_JoinsTwoToEight()
    {
        Output<int> one = Output.Create(1), later = Later(2);

        Assert.Equal((1, 2), await OutputUtilities.GetValueAsync(Output.Tuple(one, later)));
        Assert.Equal((1, 2, 1), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one)));
        Assert.Equal((1, 2, 1, 2), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one, later)));
        Assert.Equal((1, 2, 1, 2, 1), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one, later, one)));
        Assert.Equal((1, 2, 1, 2, 1, 2), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one, later, one, later)));
        Assert.Equal((1, 2, 1, 2, 1, 2, 1), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one, later, one, later, one)));
        Assert.Equal(
            (1, 2, 1, 2, 1, 2, 1, 2), await OutputUtilities.GetValueAsync(Output.Tuple(one, later, one, later, one, later, one, later)));
    }

    [Fact]
    public async Task Format_FillsHolesFreeOfCulture() => Assert.Equal(
        "a-1.5-b-", await OutputUtilities.GetValueAsync(Output.Format($"{"a"}-{Output.Create(1.5)}-{(Input<string>)"b"}-{null}")));

    [Fact]
    public async Task ListOutputs_GiveElements()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(list.GetAt(Output.Create(1))));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(list.Length()));
    }

    [Fact]
    public async Task NullInput_CountsAsDefault() =>
        Assert.Equal(0, await OutputUtilities.GetValueAsync(((Input<int>?)null).Apply(number => number)));

    [Fact]
    public async Task JsonSerialize_WritesOutputsInside()
    {
        var json = Output.JsonSerialize(Output.Create(new
        {
            a = Output.Create("x"),
            b = (Input<int>)2,
            c = new InputList<string> { "y" },
            d = new InputMap<string> { ["z"] = Later("w") },
        }));

        Assert.Equal("""{"a":"x","b":2,"c":["y"],"d":{"z":"w"}}""", await OutputUtilities.GetValueAsync(json));
        Assert.False(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task JsonSerialize_IsSecretOrUnknownIfAPartIs()
    {
        var secret = Output.JsonSerialize(Output.Create(new { a = Output.CreateSecret("x") }));
        var unknown = Output.JsonSerialize(Output.Create(new { a = OutputUtilities.CreateUnknown("x") }));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task JsonDeserialize_ReadsTextAndKeepsSecrecy()
    {
        var read = Output.JsonDeserialize<Dictionary<string, Output<int>>>(
            Output.CreateSecret("""{"a": 1}"""), new JsonSerializerOptions());

        var inner = (await OutputUtilities.GetValueAsync(read))["a"];
        Assert.Equal(1, await OutputUtilities.GetValueAsync(inner));
        Assert.True(await Output.IsSecretAsync(read));
        Assert.True(await Output.IsSecretAsync(inner));
    }

    [Fact]
    public async Task ToString_GivesHelpInsideADeployment()
    {
        var text = "";
        await new Recorder().RunAsync(() => text = Output.Create(1).ToString()!);

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_ThrowsOutsideADeployment() => Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString());

    [Fact]
    public async Task Urn_IsCreatedBelowAParent()
    {
        var urn = Urn.Create("name", "t:m:T", parentUrn: "urn:pulumi:s::p::a:b:C::parent");

        Assert.Equal("urn:pulumi:s::p::a:b:C$t:m:T::name", await OutputUtilities.GetValueAsync(urn));
    }

    private static Output<T> Later<T>(T value)
    {
        return Output.Create(WaitAsync(value));

        static async Task<T> WaitAsync(T value)
        {
            await Task.Delay(1);
            return value;
        }
    }
}
