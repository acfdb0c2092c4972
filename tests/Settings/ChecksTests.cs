using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What one setting demands of another: each check seen failing, from the shipped dev stack with one thing changed.</summary>
public sealed class ChecksTests
{
    [Theory]
    // Reaching the APIs.
    [InlineData("access: allowlist # or", "access: private # or", "sites.aws-east.cluster.api.access: cannot be private while cloud.deployFrom is laptop, which is outside the site's networks; set it to allowlist, or deploy from a machine inside the networks and set cloud.deployFrom to network")]
    [InlineData("access: allowlist\n        maintenance", "access: private\n        maintenance", "sites.gcp-east.cluster.api.access: cannot be private while cloud.deployFrom is laptop, which is outside the site's networks; set it to allowlist, or deploy from a machine inside the networks and set cloud.deployFrom to network")]
    [InlineData("203.0.113.0/24", "0.0.0.0/0", "cloud.operatorCidrs[0]: must be a range of /16 or smaller; got 0.0.0.0/0; name only the addresses of your own operators and runners")]
    [InlineData("203.0.113.0/24", "202.0.0.0/15", "cloud.operatorCidrs[0]: must be a range of /16 or smaller; got 202.0.0.0/15; name only the addresses of your own operators and runners")]
    [InlineData("203.0.113.0/24", "192.168.7.0/24", "cloud.operatorCidrs[0]: must be a public range; got 192.168.7.0/24; name the addresses under which operators appear on the internet")]
    [InlineData("203.0.113.0/24", "169.254.0.0/24", "cloud.operatorCidrs[0]: must not overlap 169.254.0.0/16, which is kept for both clouds: metadata, time, names, EKS Pod Identity and the insides of tunnels are there; got 169.254.0.0/24; choose another range")]
    // Clusters.
    [InlineData("\"1.36\" #", "\"1.31\" #", "sites.aws-east.cluster.kubernetesVersion: must be a version in standard support; got 1.31, whose standard support ended on 2025-11-26; in support: 1.34, 1.35, 1.36, 1.37")]
    [InlineData("\"1.36\" #", "\"1.29\" #", "sites.aws-east.cluster.kubernetesVersion: is not a version that EKS is known to offer; got 1.29; known: 1.34, 1.35, 1.36, 1.37")]
    [InlineData("\"1.35\"", "\"1.34\"", "sites.gcp-east.cluster.kubernetesVersion: must be a version in standard support; got 1.34, whose standard support ended on 2026-10-01; in support: 1.35, 1.36, 1.37; or set releaseChannel to extended")]
    [InlineData("\"1.35\"", "\"1.99\"", "sites.gcp-east.cluster.kubernetesVersion: is not a version that GKE is known to offer; got 1.99; known: 1.35, 1.36, 1.37")]
    [InlineData("minNodesPerZone: 1\n            maxNodesPerZone: 2", "minNodesPerZone: 7\n            maxNodesPerZone: 2", "sites.aws-east.cluster.pools.general.minNodesPerZone: must not be above maxNodesPerZone, which is 2; got 7")]
    [InlineData("minNodesPerZone: 1\n            maxNodesPerZone: 3", "minNodesPerZone: 4\n            maxNodesPerZone: 3", "sites.gcp-east.cluster.pools.general.minNodesPerZone: must not be above maxNodesPerZone, which is 3; got 4")]
    [InlineData("durationHours: 6", "durationHours: 5", "sites.gcp-east.cluster.maintenance: must be open for at least 12 hours a week; got 10 hours; add days, or make it longer")]
    // Taking a stack down.
    [InlineData("    protect: true\n", "    protect: true\n    teardown: true\n", "lifecycle.teardown: must be false while lifecycle.protect is true; got true; a cluster that cannot be reached for a moment would lose what runs in it; set protect to false first, or teardown to false")]
    public void Refuses_SettingsThatDisagree(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Fact]
    public void Accepts_AVersionInExtendedSupport_OnTheExtendedChannel() => Assert.Empty(
        Project.FaultsOf(Project.DevWith("\"1.35\"", "\"1.34\"").Replace("releaseChannel: regular #", "releaseChannel: extended #")));

    [Fact]
    public void Refuses_AnAllowlist_OfNobody() => Assert.Equal(
        [
            "sites.aws-east.cluster.api.access: is allowlist, but cloud.operatorCidrs names no address; add the public ranges that may reach the API",
            "sites.gcp-east.cluster.api.access: is allowlist, but cloud.operatorCidrs names no address; add the public ranges that may reach the API",
        ],
        Project.FaultsOf(Project.DevWith("    operatorCidrs: # yours: the public addresses from which the clusters' APIs may be reached\n      - 203.0.113.0/24\n", "")));

    [Fact]
    public void Refuses_PrivateApis_ForAHostedRunner() => Assert.Equal(
        ["sites.aws-east.cluster.api.access: cannot be private while cloud.deployFrom is ci, which is outside the site's networks; set it to allowlist, or deploy from a machine inside the networks and set cloud.deployFrom to network"],
        Project.FaultsOf(Project.DevWith("deployFrom: laptop", "deployFrom: ci").Replace("access: allowlist # or", "access: private # or")));

    [Fact]
    public void Accepts_PrivateApis_FromInsideTheNetworks_WithoutOperatorRanges() => Assert.Empty(
        Project.FaultsOf(Project.DevWith("deployFrom: laptop", "deployFrom: network")
            .Replace("access: allowlist", "access: private")
            .Replace("      - 203.0.113.0/24\n", "      []\n")));

    [Fact]
    public void Refuses_TwoHubs_WithOneNumber() => Assert.Equal(
        ["sites.aws-west.hub.asn: must be a number of its own, and sites.aws-east.hub.asn is the same; got 64512; choose another from 64512 to 65534"],
        Project.FaultsOf(Project.DevWith("    gcp-east:\n", AwsWest() + "    gcp-east:\n")));

    [Fact]
    public void Runs_AllChecks_WhateverTheOthersFind() => Assert.Equal(
        3,
        Project.FaultsOf(Project.DevWith("minNodesPerZone: 1\n            maxNodesPerZone: 2", "minNodesPerZone: 7\n            maxNodesPerZone: 2").Replace("use1-az4: 2", "use1-az4: 1").Replace("203.0.113.0/24", "0.0.0.0/0")).Length);

    [Fact]
    public void Runs_NoCheck_WhereASettingIsWrongByItself() => Assert.Equal(
        ["sites.aws-east.hub.asn: must be a whole number from 64512 to 65534; got 1"],
        Project.FaultsOf(Project.DevWith("minNodesPerZone: 1\n            maxNodesPerZone: 2", "minNodesPerZone: 7\n            maxNodesPerZone: 2").Replace("asn: 64512", "asn: 1")));

    /// <summary>A second site like aws-east, with ranges and a region of its own.</summary>
    private static string AwsWest()
    {
        var start = Project.DevWithoutMesh.IndexOf("    aws-east:", StringComparison.Ordinal);
        return Project.DevWithoutMesh[start..Project.DevWithoutMesh.IndexOf("    gcp-east:", StringComparison.Ordinal)]
            .Replace("aws-east", "aws-west")
            .Replace("us-east-1", "us-west-2")
            .Replace("use1-az", "usw2-az")
            .Replace("slot: 0 }", "slot: 1 }");
    }
}
