namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of the latency probe: each check seen failing, from a shipped stack with one thing changed.</summary>
public sealed class ProbeChecksTests
{
    private const string Probe = "probe: { version: 0.14.4 }";
    private const string At = "observability.probe";

    [Theory]
    [InlineData("{ version: latest }", $"{At}.version: must be a version of three numbers, such as 1.8.2; got \"latest\"")]
    [InlineData("{ callsPerSecond: 2 }", $"{At}.version: is missing; add a version of three numbers, such as 1.8.2")]
    [InlineData("{ version: 0.14.4, callsPerSecond: 0 }", $"{At}.callsPerSecond: must be a whole number from 1 to 10; got 0")]
    [InlineData("{ version: 0.14.4, callsPerSecond: 11 }", $"{At}.callsPerSecond: must be a whole number from 1 to 10; got 11")]
    [InlineData("{ version: 0.14.4, sites: [aws-east] }", $"{At}.sites: must be a list of at least 2; got 1")]
    public void Refuses_WhatCannotBe(string probe, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.Replaced(Project.Staging, Probe, "probe: " + probe)));

    [Fact]
    public void Refuses_ASite_ThatThereIsNot() => Assert.Equal(
        [
            $"{At}.sites[0]: is not a site of sites; got aws-eest; did you mean 'aws-east'?",
            $"{At}.sites[1]: has nobody to measure to: no link joins it with another of the list; got gcp-east; leave it out, or add the site at the other end of one of its links",
        ],
        Project.FaultsOf(Project.Replaced(Project.Staging, Probe, "probe: { version: 0.14.4, sites: [aws-eest, gcp-east] }")));

    [Fact]
    public void Refuses_ADataCentre() => Assert.Equal(
        [$"{At}.sites[2]: is a data centre, and the probe runs in clusters; got dc-frankfurt; leave it out"],
        Project.FaultsOf(WithProbe(Project.Prod, "{ version: 0.14.4, sites: [aws-us, gcp-us, dc-frankfurt] }")));

    [Fact]
    public void Refuses_ASiteOfAppMesh() => Assert.Equal(
        [
            $"{At}.sites[0]: is of App Mesh, whose end leaves nobody to measure for: the probe calls by Istio; got aws-east; leave it out, or move the site to Istio",
            $"{At}.sites[1]: has nobody to measure to: no link joins it with another of the list; got gcp-east; leave it out, or add the site at the other end of one of its links",
        ],
        Project.FaultsOf(WithProbe(Project.Fintrust, "{ version: 0.14.4, sites: [aws-east, gcp-east] }")));

    [Fact]
    public void Refuses_AProbe_ThatHasNobody_WhereNoneIsNamed() => Assert.Equal(
        [$"{At}: has nobody to measure to: no link joins two clusters of Istio; remove {At}"],
        Project.FaultsOf(WithProbe(Project.Fintrust, "{ version: 0.14.4 }")));

    [Fact]
    public void Refuses_AProbe_ThatNobodyListensTo()
    {
        var at = Project.Staging.IndexOf("    telemetry:\n      region", StringComparison.Ordinal);
        var end = Project.Staging.IndexOf("    # Who is told of what", at, StringComparison.Ordinal);
        Assert.Equal(
            [$"{At}: needs observability.telemetry, whose collectors take what it measures; add it, or remove {At}"],
            Project.FaultsOf((Project.Staging[..at] + Project.Staging[end..]).Replace("      mirrorGoogle: true # Google's end of a link in the same console\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Refuses_AProbe_WithoutIstio() => Assert.Equal(
        [$"{At}: needs mesh.istio, by which it calls on one of its two ways; add mesh.istio, or remove {At}"],
        Project.FaultsOf(Project.DevWith("  # What dev does not keep", $"  cross-cloud-mesh:observability:\n    telemetry:\n      region: us-east-1\n      accountWide: thisStack\n      collector: {{ chartVersion: 0.170.0 }}\n    {Probe}\n\n  # What dev does not keep")));

    [Fact]
    public void Refuses_ARate_ThatLeavesLessThanTheWayNeeds() => Assert.Equal(
        [
            $"{At}.callsPerSecond: leaves a call 200 ms, and from aws-eu to aws-us and back light in a cable alone needs 62.97 ms, of which a new connection takes two over a cable up to twice as long; "
            + "got 5; take 3 or less",
        ],
        Project.FaultsOf(WithProbe(Project.Prod, "{ version: 0.14.4, callsPerSecond: 5 }")));

    [Fact]
    public void Refuses_ANamespaceOfTheProbes() => Assert.Equal(
        ["services.orders.namespace: must be another than those of the probe; got probe; give the service a namespace of its own"],
        Project.FaultsOf(Project.Replaced(Project.Staging, "    orders:\n      namespace: trading", "    orders:\n      namespace: probe")));

    private static string WithProbe(string stack, string probe) => Project.Replaced(stack, "    alarms:\n", $"    probe: {probe}\n    alarms:\n");
}
