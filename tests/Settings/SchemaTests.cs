using System.Text.Json.Nodes;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using NJsonSchema;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

public sealed class SchemaTests
{
    private static readonly string SchemaFile = Path.Combine(Project.Root, "stacks", "settings.schema.json");

    [Fact]
    public void Equals_WhatTheRecordsSay()
    {
        var generated = SettingsSchema.Generate("cross-cloud-mesh");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(SchemaFile, generated);
        }

        Assert.Equal(generated, File.ReadAllText(SchemaFile));
    }

    [Theory]
    [MemberData(nameof(ShippedStacksTests.Stacks), MemberType = typeof(ShippedStacksTests))]
    public async Task Accepts_EveryShippedStack(string stack) =>
        Assert.Empty((await Schema()).Validate(Whole(StackFile.Read(Project.Root, stack))));

    [Theory]
    [InlineData("region: us-east-1", "regoin: us-east-1")]
    [InlineData("accountId: \"123456789012\"", "accountId: 123456789012")]
    [InlineData("deployFrom: laptop", "deployFrom: train")]
    [InlineData("cloud: gcp", "cloud: azure")]
    [InlineData("by: plan, pool: aws", "by: hand, pool: aws")]
    [InlineData("pool: aws, slot: 0", "pool: aws, slot: 5000")]
    [InlineData("maxNodesPerZone: 2", "maxNodesPerZone: -1")]
    [InlineData("logRetentionDays: 30", "logRetentionDays: 31")]
    [InlineData("use1-az1: 0", "us-east-1a: 0")]
    [InlineData("kubernetesVersion: \"1.35\"", "kubernetesVersion: 1.35")]
    [InlineData("[us-east4-a, us-east4-b, us-east4-c]", "[us-east4-a, us-east4-a]")]
    [InlineData("cross-cloud-mesh:lifecycle", "cross-cloud-mesh:livecycle")]
    public async Task Refuses_ABrokenStack(string typed, string instead) =>
        Assert.NotEmpty((await Schema()).Validate(Whole(Project.Read(Project.DevWith(typed, instead)))));

    [Fact]
    public async Task Accepts_WhatTheCliWrites_AndOtherNamespaces()
    {
        var whole = JsonNode.Parse(Whole(StackFile.Read(Project.Root, "dev")))!.AsObject();
        whole["encryptionsalt"] = "v1:abc";
        whole["secretsprovider"] = "awskms://alias/pulumi";
        whole["encryptedkey"] = "abc";
        whole["environment"] = new JsonArray("team/dev");
        whole["config"]!["aws:region"] = "us-east-1";
        whole["config"]!["cross-cloud-mesh:linkKey"] = new JsonObject { ["secure"] = "v1:abc" };
        Assert.Empty((await Schema()).Validate(whole.ToJsonString()));
        whole["confg"] = "x";
        Assert.NotEmpty((await Schema()).Validate(whole.ToJsonString()));
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(SchemaFile);

    /// <summary>The stack file as an editor sees it, without what the project adds.</summary>
    private static string Whole(StackFile file)
    {
        var config = new JsonObject();
        foreach (var (key, text) in file.Config.Where(each => each.Key.StartsWith(file.Project + ":", StringComparison.Ordinal)))
        {
            config[key] = file.SecretKeys.Contains(key) ? new JsonObject { ["secure"] = "v1:abc" } : JsonNode.Parse(text);
        }

        return new JsonObject { ["config"] = config }.ToJsonString();
    }
}
