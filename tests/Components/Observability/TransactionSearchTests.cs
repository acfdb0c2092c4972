using System.Collections.Immutable;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components.Observability;

/// <summary>What an account has once in a region for its traces.</summary>
[Collection(Evaluations.Name)]
public sealed class TransactionSearchTests
{
    private const string Policy = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
    private const string Destination = "aws:xray/traceSegmentDestination:TraceSegmentDestination";
    private const string Rule = "aws:xray/indexingRule:IndexingRule";
    private const string Encryption = "aws:xray/encryptionConfig:EncryptionConfig";

    internal static TransactionSearchArgs Args { get; } = new()
    {
        AccountId = "123456789012",
        Region = "us-east-1",
        PhysicalName = "test-traces",
        IndexedPercent = 1,
        Protect = true,
    };

    [Fact]
    public async Task Policy_ComesBeforeDestination_AndDestination_BeforeRule()
    {
        var asked = await RunAsync(Args);
        Assert.Equal([Policy + " 1", "aws:kms/alias:Alias 1", "aws:kms/key:Key 1", Encryption + " 1", Rule + " 1", Destination + " 1"], asked.Counts());
        Assert.Equal([asked.One(Policy).Urn], asked.One(Destination).DependsOn);
        Assert.Equal([asked.One(Destination).Urn], asked.One(Rule).DependsOn);
        Assert.Equal("CloudWatchLogs", asked.One(Destination).Input("destination"));
        Assert.Equal("Default", asked.One(Rule).Input("name"));
        Assert.Equal("{probabilistic: {desiredSamplingPercentage: 1}}", asked.One(Rule).Input("rule"));
        Assert.Equal("KMS", asked.One(Encryption).Input("type"));
    }

    [Fact]
    public async Task XRay_MayWriteSpans_OfThisAccountAndRegionAlone() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Spans","Effect":"Allow","Principal":{"Service":"xray.amazonaws.com"},"Action":["logs:PutLogEvents"],"Resource":["arn:aws:logs:us-east-1:123456789012:log-group:aws/spans:*","arn:aws:logs:us-east-1:123456789012:log-group:/aws/application-signals/data:*"],"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:xray:us-east-1:123456789012:*"},"StringEquals":{"aws:SourceAccount":"123456789012"}}}]}""",
        (await RunAsync(Args)).One(Policy).Input("policyDocument"));

    [Fact]
    public async Task TheKey_MayBeUsedForSpans_ByWhoeverSaysSo() => Assert.Contains(
        "\"kms:EncryptionContext:aws:logs:arn\":\"arn:aws:logs:us-east-1:123456789012:log-group:aws/spans\"",
        (await RunAsync(Args)).One("aws:kms/key:Key").Input("policy"),
        StringComparison.Ordinal);

    /// <summary>Other stacks of the account send traces too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NothingOfTheAccount_IsEverDeleted(bool protect)
    {
        var asked = await RunAsync(Args with { Protect = protect });
        foreach (var type in new[] { Policy, Destination, Rule, Encryption })
        {
            Assert.True(asked.One(type).Options.RetainOnDelete, type);
            Assert.Equal(protect, asked.One(type).Options.Protect);
        }
    }

    [Fact]
    public async Task Views_AreGroupsAndRules_NamedAfterTheStack()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new TraceViews("trace-views", new()
        {
            PhysicalName = "test",
            Groups = ImmutableSortedDictionary<string, TraceGroup>.Empty.Add("slow", new("duration > 0.5", HasInsights: true)),
            SamplingRules = ImmutableSortedDictionary<string, TraceSampling>.Empty.Add("quotes", new(100, 5, 25, "quotes", null)),
        }, aws));
        var (group, rule) = (asked.One("aws:xray/group:Group"), asked.One("aws:xray/samplingRule:SamplingRule"));
        Assert.Equal(("test-slow", "duration > 0.5", "{insightsEnabled: true, notificationsEnabled: true}"), (group.Input("groupName"), group.Input("filterExpression"), group.Input("insightsConfiguration")));
        Assert.Equal(("test-quotes", "100", "5", "0.25", "quotes", "*", "1"), (rule.Input("ruleName"), rule.Input("priority"), rule.Input("reservoirSize"), rule.Input("fixedRate"), rule.Input("serviceName"), rule.Input("urlPath"), rule.Input("version")));
    }

    private static Task<Asked> RunAsync(TransactionSearchArgs args) => Harness.RunAsync((aws, gcp) => _ = new TransactionSearch("traces", args, aws));
}
