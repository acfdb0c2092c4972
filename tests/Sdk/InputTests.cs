using System.Collections.Immutable;
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
    }


    private static async Task<ImmutableDictionary<string, object>> InputsOf(ThingArgs args)
    {
        var mocks = new Recorder();
        await mocks.RunAsync(() => _ = new Thing("thing", args));
        return mocks["thing"].Inputs;
    }
}
