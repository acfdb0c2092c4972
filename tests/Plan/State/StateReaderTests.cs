using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.State;

namespace CrossCloudMesh.Tests.Plan.State;

/// <summary>Documents by hand, in the form that the engine's own types document.</summary>
public class StateReaderTests
{
    private const string Stack = """{"urn":"urn:pulumi:dev::mesh::pulumi:pulumi:Stack::mesh-dev","custom":false,"type":"pulumi:pulumi:Stack","outputs":{"a":1}}""";

    private const string Thing = """
        {
          "urn": "urn:pulumi:dev::mesh::infra:networks:Net$aws:ec2/vpc:Vpc::net", "custom": true, "id": "vpc-0f3", "type": "aws:ec2/vpc:Vpc",
          "inputs": {
            "__defaults": [], "cidrBlock": "10.0.0.0/16", "count": 2, "flag": true, "nothing": null, "list": ["a", {"b": 1}],
            "key": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "AAAB"},
            "file": {"4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", "hash": "00", "text": "inside"},
            "later": "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            "odd": {"4dabf18193072939515e22adb298388d": "a-mark-of-a-later-engine", "value": "hidden"},
            "made": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "plain", "secret": false}
          },
          "outputs": {"id": "vpc-0f3", "arn": "arn:aws:ec2:us-east-1:123456789012:vpc/vpc-0f3"},
          "parent": "urn:pulumi:dev::mesh::infra:networks:Net::net", "protect": true, "retainOnDelete": true,
          "dependencies": ["urn:pulumi:dev::mesh::a:b:C::d"], "propertyDependencies": {"cidrBlock": null, "list": ["urn:pulumi:dev::mesh::a:b:C::d"]},
          "provider": "urn:pulumi:dev::mesh::pulumi:providers:aws::aws-us-east-1::6fdb2b5c-0000",
          "customTimeouts": {"create": 1800}, "created": "2026-11-20T10:00:00Z", "modified": "2026-11-20T10:00:00Z", "sourcePosition": "project:///a.cs#3,5",
          "aMemberOfALaterEngine": {"any": "thing"}
        }
        """;

    [Fact]
    public void Resource_IsRead_WithAllThatAStateKeepsOfIt()
    {
        var state = Read($"{Stack},{Thing}");
        var thing = Assert.Single(state.Resources);

        Assert.Equal(new("mesh", "dev"), state.Stack);
        Assert.Equal(PlanValue.Of(1), state.Outputs["a"]);
        Assert.Equal(("vpc-0f3", "net", true, true), (thing.Id, thing.Name, thing.Options.Protect, thing.Options.RetainOnDelete));
        Assert.Equal("urn:pulumi:dev::mesh::pulumi:providers:aws::aws-us-east-1", thing.Provider);
        Assert.Equal(1800, thing.Options.CustomTimeouts!.CreateSeconds);
        Assert.Equal(["urn:pulumi:dev::mesh::a:b:C::d"], thing.PropertyDependencies["list"]!);
        Assert.True(thing.TellsDefaults);
        Assert.IsType<PlanValue.SecretValue>(thing.Inputs["key"]);
        Assert.IsType<PlanValue.SecretValue>(thing.Inputs["odd"]);
        Assert.IsType<PlanValue.AssetValue>(thing.Inputs["file"]);
        Assert.Equal(PlanValue.Unknown, thing.Inputs["later"]);
        Assert.Equal(PlanValue.Of("plain"), thing.Inputs["made"]);
    }

    [Fact]
    public void Checkpoint_OfABackend_IsReadAsWell()
    {
        var json = """{"version":3,"checkpoint":{"stack":"organization/mesh/dev","latest":{"manifest":{},"resources":[""" + Stack + "," + Thing + "]}}}";

        Assert.Single(StateReader.Read(Encoding.UTF8.GetBytes(json)).Resources);
    }

    [Fact]
    public void VersionFour_IsReadAlike_AndViewsAreNoResources()
    {
        var view = Thing.Replace("Vpc::net\"", "Vpc::view\", \"viewOf\": \"urn:pulumi:dev::mesh::a:b:C::d\"", StringComparison.Ordinal);
        var json = """{"version":4,"features":["hooks","views"],"deployment":{"resources":[""" + $"{Stack},{Thing},{view}" + "]}}";

        Assert.Equal("net", Assert.Single(StateReader.Read(Encoding.UTF8.GetBytes('\uFEFF' + json)).Resources).Name);
    }

    [Theory]
    [InlineData("default", false)]
    [InlineData("default_7_48_0", false)]
    [InlineData("defaults-of-europe", true)]
    public void Provider_IsTheEnginesOwn_ByItsWholeName(string name, bool isOfTheProgram) => Assert.Equal(
        isOfTheProgram, Assert.Single(Read(Thing.Replace("aws-us-east-1", name, StringComparison.Ordinal)).Resources).Provider is not null);

    [Fact]
    public void Id_ThatHoldsASecret_IsNotRead() =>
        Assert.Null(Assert.Single(Read(Thing.Replace("\"ciphertext\": \"AAAB\"", "\"plaintext\": \"\\\"vpc-0f3\\\"\"", StringComparison.Ordinal)).Resources).Id);

    [Fact]
    public void Oddities_OfADocument_NeverEndThePreview()
    {
        var thing = Assert.Single(Read(Thing
            .Replace("\"count\": 2", "\"count\": 1e400, \"large\": 123456789012345678901", StringComparison.Ordinal)
            .Replace("\"cidrBlock\": null", "\"list\": [], \"cidrBlock\": 7", StringComparison.Ordinal)).Resources);

        Assert.IsType<PlanValue.SecretValue>(thing.Inputs["count"]);
        Assert.Equal(PlanValue.Of(123456789012345678901d), thing.Inputs["large"]);
    }

    [Fact]
    public void EmptyStack_HasNothing() => Assert.Null(StateReader.Read("""{"version":3,"deployment":{"manifest":{"time":"0001-01-01T00:00:00Z"}}}"""u8.ToArray()).Stack);

    [Theory]
    [InlineData("{", "line 1: must be JSON")]
    [InlineData("[]", "version: must be there, as in what pulumi stack export writes")]
    [InlineData("{\"schemaVersion\":1}", "version: must be there, as in what pulumi stack export writes")]
    [InlineData("{\"version\":2,\"deployment\":{}}", "version: must be 3 or 4, the forms of Pulumi 3; got 2")]
    [InlineData("{\"version\":5,\"deployment\":{}}", "version: must be 3 or 4, the forms of Pulumi 3; got 5")]
    [InlineData("{\"version\":4,\"features\":[\"hooks\",\"taint\"],\"deployment\":{}}", "features[1]: must be one that a comparison can follow: byteString, extensionParameterization, hooks, refreshBeforeUpdate, views; what pulumi state taint marks is to be deployed first")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"urn:pulumi:a::b::c::d\",\"type\":\"c\"},{\"urn\":\"urn:pulumi:a::b::c::d\",\"type\":\"c\"}]}}", "deployment.resources[1].urn: must stand once only, old copies left out")]
    [InlineData("{\"version\":3}", "deployment: must be there")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"secret-looking\"}]}}", "deployment.resources[0].urn: must be a URN")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[7]}}", "deployment.resources[0].urn: must be a URN")]
    public void Rejects_WhatIsNoState_ByPlace_NeverByValue(string json, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidPlanException>(() => StateReader.Read(Encoding.UTF8.GetBytes(json))).Message);

    private static StateDocument Read(string resources) => StateReader.Read(Encoding.UTF8.GetBytes("""{"version":3,"deployment":{"manifest":{},"resources":[""" + resources + "]}}"));
}
