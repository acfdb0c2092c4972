using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class ComponentOutputTests
{
    [Fact]
    public async Task RegisterOutputs_TakesMarkedPropertiesByAttributeOrClrName()
    {
        var request = await RegisteredBy(group =>
        {
            group.Second = Output.Create("two");
            group.Register();
        });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$infra:tests:Group::group", request.Urn);
        Assert.Equal(["Second", "first"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("one", await OutputUtilities.GetValueAsync(request.Outputs["first"]));
    }

    [Fact]
    public async Task RegisterOutputs_LeavesOutNulls()
    {
        var request = await RegisteredBy(group => group.Register());

        Assert.Equal(["first"], request.Outputs.Keys);
    }

    [Fact]
    public async Task RegisterOutputs_KeepsSecretsAndUnknowns()
    {
        var request = await RegisteredBy(group => group.Register(new Dictionary<string, object?>
        {
            ["secret"] = Output.CreateSecret("s"),
            ["unknown"] = OutputUtilities.CreateUnknown("u"),
            ["number"] = 1,
        }));

        Assert.True(await Output.IsSecretAsync(request.Outputs["secret"]));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(request.Outputs["secret"]));
        Assert.False(await OutputUtilities.GetIsKnownAsync(request.Outputs["unknown"]));
        Assert.Equal(1.0, await OutputUtilities.GetValueAsync(request.Outputs["number"]));
    }

    [Fact]
    public async Task ComponentOutputs_AreNotOverwritten()
    {
        Group group = null!;
        await new Recorder().RunAsync(() => group = new("group"));

        Assert.Equal("one", await OutputUtilities.GetValueAsync(group.First));
    }

    [Fact]
    public async Task StackOutputs_AreRegistered()
    {
        var mocks = new Recorder();
        await Deployment.TestAsync<GoodStack>(mocks);

        var request = Assert.Single(mocks.Outputs);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", request.Urn);
        Assert.Equal("v", await OutputUtilities.GetValueAsync(request.Outputs["good"]));
    }

    [Fact]
    public async Task StackOutputs_LeftNullFail()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new Recorder()));

        Assert.Equal(
            "Output(s) 'a, B' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            failure.Message);
    }

    [Fact]
    public async Task StackOutputs_OfOtherTypesFail()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<WrongStack>(new Recorder()));

        Assert.Equal(
            "Output(s) 'wrong' have incorrect type. [Output] attributed properties must be instances of Output<T>.", failure.Message);
    }

    [Fact]
    public async Task FunctionOutputs_AreGivenBack()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new Recorder(), new(), () => new Dictionary<string, object?> { ["thing"] = new Thing("thing") });
        var (_, later) = await Deployment.TestAsync(new Recorder(), new(), async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty.Add("a", 1);
        });

        Assert.Same(Assert.Single(resources), outputs["thing"]);
        Assert.Equal(1, later["a"]);
    }

    private static async Task<MockRegisterResourceOutputsRequest> RegisteredBy(Action<Group> register)
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => register(new("group")));
        return mocks.Outputs.Single(request => request.Urn.EndsWith("::group", StringComparison.Ordinal));
    }

    private sealed class GoodStack : Stack
    {
        [Output("good")]
        public Output<string> Good { get; } = Output.Create("v");
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output("a")]
        public Output<string>? A { get; set; }

        [Output]
        public Output<string>? B { get; set; }
    }

    private sealed class WrongStack : Stack
    {
        [Output("wrong")]
        public string Wrong { get; } = "text";
    }
}
