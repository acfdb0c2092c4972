using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Tests.Plan;

public sealed class JsonTextTests
{
    [Fact]
    public void Reads_AnObject() => Assert.Equal(
        new PlanValue.ObjectValue(new([KeyValuePair.Create("a", PlanValue.Of(1)), KeyValuePair.Create("b", PlanValue.Null)])),
        JsonText.Read("""{ "b": null, "a": 1 }"""));

    [Theory]
    [InlineData("")]
    [InlineData("vpc-1")]
    [InlineData("1")]
    [InlineData("{x}")]
    [InlineData("[secret cross-cloud-mesh:key]")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    [InlineData("""{ "a": 1e999 }""")]
    public void LeavesAlone_AnyOtherText(string text) => Assert.Null(JsonText.Read(text));
}
