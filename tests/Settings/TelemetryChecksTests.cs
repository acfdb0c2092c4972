using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of telemetry: each check seen failing, from the shipped dev stack with one thing changed.</summary>
public sealed class TelemetryChecksTests
{
    private const string Collector = "collector: { chartVersion: 0.170.0, replicas: 1, queueGibibytes: 2 }";
    private const string Party = "\n      thirdParties:\n        apm: { endpoint: https://otlp.example.com, header: api-key, secret: apm-key, signals: [traces] }";
    private const string Rules = "\n      samplingRules:\n        one: { priority: 10, tracesPerSecond: 1, percent: 5 }\n        two: { priority: 10, tracesPerSecond: 1, percent: 5 }";

    [Theory]
    [InlineData("region: us-east-1 #", "region: eu-west-1 #", "observability.telemetry.region: must be the region of a site on AWS, whose account keeps telemetry; got eu-west-1; known: us-east-1")]
    [InlineData("accountWide: thisStack", "accountWide: nobody", "observability.telemetry.accountWide: must be one of thisStack, elsewhere; got \"nobody\"")]
    [InlineData("samplePercent: 100", "samplePercent: 0", "observability.telemetry.samplePercent: must be a whole number from 1 to 100; got 0")]
    [InlineData("chartVersion: 0.170.0", "chartVersion: 0.169.9", "observability.telemetry.collector.chartVersion: must be 0.170.0 or later, as components had other names before; got 0.169.9; take a later one")]
    [InlineData("queueGibibytes: 2", "queueGibibytes: 1", "observability.telemetry.collector.queueGibibytes: must be a whole number from 2 to 500; got 1")]
    [InlineData("namespace: edge", "namespace: observability", "services.gateway.namespace: must be another than that of the collectors; got observability; give the service a namespace of its own")]
    [InlineData("natAddresses: 1 #", "nat: none\n      restrictedApis: true\n      natAddresses: 0 #", "sites.gcp-east.nat: must lead to the internet, as the collector there reaches AWS by it and not by the link that it watches; got none; choose another, or remove observability.telemetry")]
    [InlineData("nat: regional", "nat: none", "observability.telemetry.collector.mirror: is missing, and nodes of sites.aws-east reach no registry of OpenTelemetry's while nat is none; copy chart and images to a registry that they reach and name it here, or choose another nat")]
    [InlineData(Collector, Collector + Rules, "observability.telemetry.samplingRules.two.priority: must be a priority of its own, and observability.telemetry.samplingRules.one.priority is the same; got 10; choose another")]
    public void Refuses_WhatDoesNotGoTogether(string typed, string instead, string fault) =>
        Assert.Contains(fault, Project.FaultsOf(Project.Replaced(Project.DevWithTelemetry, typed, instead)));

    [Theory]
    [InlineData(", secret: apm-key", "", "observability.telemetry.thirdParties.apm.secret: is missing")]
    [InlineData("https://", "http://", "observability.telemetry.thirdParties.apm.endpoint: must be an https URL with a host in lower case, an optional port and path, and no slash at its end, such as https://otlp.example.com; got \"http://otlp.example.com\"")]
    [InlineData("api-key,", "Api Key,", "observability.telemetry.thirdParties.apm.header: must be the name of a header in lower-case letters, digits and inner hyphens, such as api-key; got \"Api Key\"")]
    [InlineData("[traces]", "[]", "observability.telemetry.thirdParties.apm.signals: must be ")]
    [InlineData("apm-key", "apm-key", "observability.telemetry.thirdParties.apm.secret: is not a secret of the stack; got apm-key; set it with pulumi config set --secret apm-key, to the value of the header api-key")]
    public void Refuses_AThirdParty_ThatIsNotWhole(string typed, string instead, string fault) => Assert.Contains(
        Project.FaultsOf(Project.Replaced(Project.DevWithTelemetry, Collector, Collector + Project.Replaced(Party, typed, instead))),
        told => told.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void Refuses_TwoThirdParties_WithOneSecret() => Assert.Contains(
        "observability.telemetry.thirdParties.more.secret: must be a secret of its own, and observability.telemetry.thirdParties.apm.secret is the same; got east-keys; set another, and name it here",
        Project.FaultsOf(Project.Replaced(Project.DevWithTelemetry, Collector, Collector
            + Party.Replace("apm-key", "east-keys", StringComparison.Ordinal)
            + "\n        more: { endpoint: https://more.example.com, header: api-key, secret: east-keys, signals: [logs] }")));

    [Fact]
    public void Refuses_ThirdParties_AndAnotherRegion_WhereASiteReachesAwsAlone() => Assert.Contains(
        "observability.telemetry.thirdParties: must be left out, as sites.aws-east reaches nobody but AWS while its nat is none; got apm; remove them, or choose another nat",
        Project.FaultsOf(Project.Replaced(Project.Replaced(Project.DevWithTelemetry, "nat: regional", "nat: none"), Collector, Collector + Party)));

    [Fact]
    public void Accepts_ThirdParties_WithASecretOfTheStack() => Assert.Empty(
        Project.FaultsOf(Project.Replaced(Project.DevWithTelemetry, Collector, Collector + Party) + "\n  cross-cloud-mesh:apm-key:\n    secure: AAABAGV4YW1wbGUtb25seS1zZXQteW91ci1vd24tc2VjcmV0\n"));
}
