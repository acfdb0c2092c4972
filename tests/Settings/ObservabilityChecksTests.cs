namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of alarms and promises: what cannot be kept, seen or told is refused, each time from a shipped stack with one thing changed.</summary>
public sealed class ObservabilityChecksTests
{
    private const string Slo = "observability.slos.to-aws";
    private const string Latency = "latency: { thresholdMs: 46, percent: \"95\" }";
    private const string Available = "availabilityPercent: \"99.5\"";

    [Theory]
    [InlineData(Available, "availabilityPercent: \"100\"", $"{Slo}.availabilityPercent: must be below 100, or the first call that fails is more than may ever fail; got 100; promise 99.99 or less")]
    [InlineData(Available, "availabilityPercent: \"90\"", $"{Slo}.availabilityPercent: leaves so much that page-fast can never be seen: it needs 14.4 times 10 percent of calls to fail; got 90; promise more than 93.06, or for fewer days")]
    [InlineData(Available, "availabilityPercent: \"99.9999\"", $"{Slo}.availabilityPercent: must be a percentage from 50 to 100 in quotes, with three decimals at most, such as \"99.9\"; got \"99.9999\"")]
    [InlineData(Latency, "latency: { thresholdMs: 46, percent: \"100\" }", $"{Slo}.latency.percent: must be below 100, or the first call that fails is more than may ever fail; got 100; promise 99.99 or less")]
    [InlineData(Latency, "latency: { thresholdMs: 45, percent: \"95\" }", $"{Slo}.latency.thresholdMs: must be an edge of observability.alarms.latencyBucketsMs, or the share of calls below it is a guess; got 45; take 40 or 46, or add 45 there")]
    [InlineData(Latency, "latency: { thresholdMs: 46, percent: \"95\" }\n        periodDays: 91", $"{Slo}.periodDays: must be a whole number from 7 to 90; got 91")]
    [InlineData("from: [gcp-east]", "from: [gcp-eest]", $"{Slo}.from[0]: is not a site with a cluster; got gcp-eest; did you mean 'gcp-east'?")]
    [InlineData("to: [aws-east]", "to: [aws-west]", $"{Slo}.to[0]: is not a site with a cluster; got aws-west; did you mean 'aws-east'?")]
    [InlineData("of: edge\n        from: [gcp-east]\n        to: [aws-east]", "of: service\n        service: paymant", $"{Slo}.service: is not a service of services; got paymant; did you mean 'payment'?")]
    [InlineData("region: us-east-1 # the metrics", "region: us-west-2 # the metrics", "observability.alarms.region: must be one in which a site is; got us-west-2; name one of us-east-1")]
    [InlineData("page: [oncall@example.com]", "page: [oncall]", "observability.alarms.page[0]: must be an address such as oncall@example.com; got \"oncall\"")]
    [InlineData("page: [oncall@example.com]", "latencyBucketsMs: [46, 46]\n      page: [oncall@example.com]", "observability.alarms.latencyBucketsMs[1]: stands in the list twice; got 46; keep one")]
    [InlineData("page: [oncall@example.com]", "latencyBucketsMs: [80, 46]\n      page: [oncall@example.com]", "observability.alarms.latencyBucketsMs[1]: must be above the edge before it, 80; got 46")]
    public void Refuses_WhatCannotBeKeptSeenOrTold(string typed, string instead, string fault)
    {
        var at = Project.DevWithTelemetry.IndexOf("cross-cloud-mesh:observability:", StringComparison.Ordinal);
        var rest = Project.DevWithTelemetry[at..];
        Assert.Equal(1, rest.Split(typed).Length - 1);
        Assert.Equal([fault], Project.FaultsOf(Project.DevWithTelemetry[..at] + rest.Replace(typed, instead, StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_ATimeThatLightDoesNotKeep()
    {
        var at = Project.Prod.IndexOf("cross-cloud-mesh:observability:", StringComparison.Ordinal);
        var far = Project.Prod[..at] + Project.Prod[at..].Replace("from: [gcp-us]\n        to: [aws-us]", "from: [gcp-us]\n        to: [aws-eu]", StringComparison.Ordinal);
        Assert.Equal(
            ["observability.slos.us.latency.thresholdMs: is less than light in a cable needs: from gcp-us in us-east4 to aws-eu in eu-central-1 and back it is 62.97 ms; got 46; promise more, or have sites call that are nearer"],
            Project.FaultsOf(far));
    }

    [Fact]
    public void Accepts_TheFarSite_WhereANearOneAnswersToo()
    {
        var at = Project.Prod.IndexOf("cross-cloud-mesh:observability:", StringComparison.Ordinal);
        Assert.Empty(Project.FaultsOf(Project.Prod[..at] + Project.Prod[at..].Replace("to: [aws-us]", "to: [aws-us, aws-eu]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_AlarmsAwayFromTheirMetrics()
    {
        var at = Project.Prod.IndexOf("    alarms:\n", StringComparison.Ordinal);
        Assert.Equal(
            ["observability.alarms.region: must be that of observability.telemetry, where collectors send what it looks at; got eu-central-1; name us-east-1"],
            Project.FaultsOf(Project.Prod[..at] + Project.Prod[at..].Replace("region: us-east-1", "region: eu-central-1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_AMirror_ThatNothingBrings()
    {
        var from = Project.Prod.IndexOf("    telemetry:\n", StringComparison.Ordinal);
        var to = Project.Prod.IndexOf("    alarms:\n", StringComparison.Ordinal);
        Assert.Contains(
            "observability.alarms.mirrorGoogle: must have observability.telemetry beside it, whose collectors bring it; got true; add telemetry, or leave it out",
            Project.FaultsOf(Project.Prod[..from] + Project.Prod[to..].Replace("    alarms:\n", "    alarms:\n      mirrorGoogle: true\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_PromisesThatNobodyIsToldOf()
    {
        var at = Project.DevWithTelemetry.IndexOf("    alarms:\n", StringComparison.Ordinal);
        var end = Project.DevWithTelemetry.IndexOf("    slos:\n", at, StringComparison.Ordinal);
        Assert.Equal(
            ["observability.slos: need observability.alarms, or nobody is told when one breaks; got 1 of them; add alarms"],
            Project.FaultsOf(Project.DevWithTelemetry[..at] + Project.DevWithTelemetry[end..]));
    }
}
