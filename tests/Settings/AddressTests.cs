using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>Where the addresses of sites come from: each check seen failing, from shipped files with one thing changed.</summary>
public sealed class AddressTests
{
    private const string Aws = "{ by: plan, pool: aws, slot: 0 }";
    private const string Google = "{ by: plan, pool: google, slot: 0 }";

    [Theory]
    // Places in the plan.
    [InlineData(Aws, "{ by: plan, pool: asw, slot: 0 }", "sites.aws-east.addresses.pool: is not a pool of addresses.pools; got asw; did you mean 'aws'?")]
    [InlineData(Aws, "{ by: plan, pool: google, slot: 1 }", "sites.aws-east.addresses.pool: must be a pool of the site's cloud, which google is not; choose a pool whose cloud is aws")]
    [InlineData(Google, "{ by: plan, pool: aws, slot: 1 }", "sites.gcp-east.addresses.pool: must be a pool of the site's cloud, which aws is not; choose a pool whose cloud is gcp")]
    [InlineData(Aws, "{ by: plan, pool: aws, slot: 32 }", "sites.aws-east.addresses.slot: must be below 32: pool aws has room for no more sites; got 32; choose a free slot, or let the pool's ranges grow")]
    // Stated ranges among planned ones.
    [InlineData(Google, "{ by: hand, nodes: 10.0.16.0/20, pods: 10.200.0.0/17, services: 10.201.0.0/20 }", "sites.gcp-east.addresses.nodes: must not overlap the network of sites.aws-east, 10.0.0.0/16 by slot 0 of pool aws; got 10.0.16.0/20; choose another range")]
    [InlineData(Aws, "{ by: hand, network: 10.200.0.0/16, services: 10.112.0.0/20 }", "sites.aws-east.addresses.services: must not overlap the services of sites.gcp-east, 10.112.0.0/20 by slot 0 of pool google; got 10.112.0.0/20; choose another range")]
    // Sizes.
    [InlineData("maxNodesPerZone: 2", "maxNodesPerZone: 29", "sites.aws-east.addresses.pool: has room for 28 nodes in each zone, and the node pools may grow to 29; got aws, which gives network 10.0.0.0/16; choose a pool with a higher nodesPerZone, or lower maxNodesPerZone")]
    [InlineData("maxNodesPerZone: 3", "maxNodesPerZone: 43", "sites.gcp-east.addresses.pool: has room for 128 nodes, and the node pools may grow to 129; got google, which gives pods 10.64.0.0/17; choose a pool with a higher nodesPerSite, or lower maxNodesPerZone")]
    // The form.
    [InlineData(Aws, "{ by: plan, pool: aws }", "sites.aws-east.addresses.slot: is missing; add a whole number from 0 to 4095")]
    [InlineData(Aws, "{ pool: aws, slot: 0 }", "sites.aws-east.addresses.by: is missing; add one of plan, hand")]
    [InlineData(Aws, "{ by: chance }", "sites.aws-east.addresses.by: must be one of plan, hand; got \"chance\"")]
    [InlineData(Aws, "{ by: plan, pool: aws, slot: 0, network: 10.0.0.0/16 }", "sites.aws-east.addresses.network: is not a known key; known: by, pool, slot")]
    [InlineData(Aws, "fromPlan", "sites.aws-east.addresses: must be a map with the key by and those that belong to it; got \"fromPlan\"")]
    [InlineData(Aws, "{ by: plan, pool: aws, slot: -1 }", "sites.aws-east.addresses.slot: must be a whole number from 0 to 4095; got -1")]
    public void Refuses_OneBrokenRule(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Theory]
    [InlineData("services: 10.32.16.0/20", "services: 10.0.16.0/20", "sites.gcp-east.addresses.services: must not overlap sites.aws-east.addresses.network, which is 10.0.0.0/16; got 10.0.16.0/20; choose another range")]
    [InlineData("services: 10.32.16.0/20", "services: 10.33.16.0/20", "sites.gcp-east.addresses.services: must not overlap sites.gcp-east.addresses.pods, which is 10.33.0.0/17; got 10.33.16.0/20; choose another range")]
    [InlineData("services: 10.32.16.0/20", "services: 34.118.224.0/20", "sites.gcp-east.addresses.services: must not overlap 34.118.224.0/20, which is kept for GKE: it hands it out as Services of clusters that name no range of their own; got 34.118.224.0/20; choose another range")]
    [InlineData("services: 10.32.16.0/20", "services: 203.0.112.0/20", "sites.gcp-east.addresses.services: must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10; got 203.0.112.0/20; choose a private range")]
    [InlineData("10.1.0.0/20", "172.17.0.0/20", "sites.aws-east.addresses.services: must not overlap 172.17.0.0/16, which is kept for Docker on EKS nodes: pods there find no route to such an address; got 172.17.0.0/20; choose another range")]
    [InlineData("10.1.0.0/20", "100.64.0.0/20", "sites.aws-east.addresses.services: must not lie in 100.64.0.0/10, which EKS refuses for Services; got 100.64.0.0/20; choose a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")]
    [InlineData("10.0.0.0/16", "10.0.0.0/20", "sites.aws-east.addresses.network: has room for 1 nodes in each zone, and the node pools may grow to 2; got 10.0.0.0/20; choose a larger range, or lower maxNodesPerZone")]
    [InlineData("10.33.0.0/17", "10.33.0.0/21", "sites.gcp-east.addresses.pods: has room for 8 nodes, and the node pools may grow to 9; got 10.33.0.0/21; choose a larger range, or lower maxNodesPerZone")]
    [InlineData("10.0.0.0/16", "10.0.0.0/8", "sites.aws-east.addresses.network: must be a range from /16 to /20; got \"10.0.0.0/8\"")]
    [InlineData("10.0.0.0/16", "10.0.0.1/16", "sites.aws-east.addresses.network: must be an IPv4 range with no host bits set, such as 10.16.0.0/16; got \"10.0.0.1/16\"")]
    public void Refuses_AStatedRange_ThatCannotBe(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.Replaced(Project.DevByHand, typed, instead)));

    [Theory]
    [InlineData("networks: 10.0.0.0/11", "networks: 10.0.0.0/17", "addresses.pools.aws.networks: must have room for at least one site, which takes a /16; got 10.0.0.0/17; choose a larger range, or lower the counts")]
    [InlineData("networks: 10.0.0.0/11", "networks: 11.0.0.0/11", "addresses.pools.aws.networks: must lie within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10; got 11.0.0.0/11; choose a private range")]
    [InlineData("networks: 10.0.0.0/11", "networks: 172.16.0.0/12", "addresses.pools.aws.networks: must not overlap 172.17.0.0/16, which is kept for Docker on EKS nodes: pods there find no route to such an address; got 172.16.0.0/12; choose another range")]
    [InlineData("pods: 10.64.0.0/11", "pods: 10.0.0.0/12", "addresses.pools.google.pods: must not overlap addresses.pools.aws.networks, which is 10.0.0.0/11; got 10.0.0.0/12; choose another range")]
    [InlineData("services: 10.104.0.0/15", "services: 100.64.0.0/15", "addresses.pools.aws.services: must not lie in 100.64.0.0/10, which EKS refuses for Services; got 100.64.0.0/15; choose a range of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")]
    [InlineData("nodesPerZone: 28", "nodesPerZone: 29", "addresses.pools.aws.nodesPerZone: must be a whole number from 1 to 28; got 29")]
    [InlineData("nodesPerSite: 128", "nodesPerSite: 8", "addresses.pools.google.nodesPerSite: must be a whole number from 16 to 8192; got 8")]
    [InlineData("servicesPerSite: 4096\n        google", "servicesPerSite: 100\n        google", "addresses.pools.aws.servicesPerSite: must be a whole number from 256 to 65536; got 100")]
    [InlineData("cloud: aws", "cloud: azure", "addresses.pools.aws.cloud: must be one of aws, gcp; got \"azure\"")]
    public void Refuses_APool_ThatCannotBe(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsUnder(Project.Replaced(Project.Shared, typed, instead)));

    [Fact]
    public void Refuses_ASlot_ThatAnotherSiteHolds() => Assert.Equal(
        ["sites.gcp-west.addresses.slot: must be a slot of its own, and sites.gcp-east holds the same of pool google; got 0; give it a free slot, and leave the other as it is"],
        Project.FaultsOf(WithGcpWest("slot: 0 }")));

    [Fact]
    public void Refuses_APlace_WhereThereAreNoPools() => Assert.Equal(
        [
            "sites.aws-east.addresses.pool: is not a pool of addresses.pools; got aws; add it there",
            "sites.gcp-east.addresses.pool: is not a pool of addresses.pools; got google; add it there",
        ],
        Project.FaultsUnder(Project.Shared[..Project.Shared.IndexOf("  cross-cloud-mesh:addresses:", StringComparison.Ordinal)]));

    [Fact]
    public void Refuses_ASubnet_TooSmallForItsNodes() => Assert.Equal(
        ["sites.gcp-east.addresses.nodes: has room for 60 nodes, and the node pools may grow to 63; got 10.32.0.0/26; choose a larger range, or lower maxNodesPerZone"],
        Project.FaultsOf(Project.Replaced(Project.DevByHand, "10.32.0.0/20", "10.32.0.0/26").Replace("maxNodesPerZone: 3", "maxNodesPerZone: 21")));

    [Fact]
    public void Accepts_StatedRanges_InsideAPool_WhereNobodyHoldsTheSlot() =>
        Assert.Empty(Project.FaultsOf(Project.DevWith(Aws, "{ by: hand, network: 10.1.0.0/16, services: 10.104.16.0/20 }")));

    [Fact]
    public void Accepts_StatedRanges_WithoutAnyPool() =>
        Assert.Empty(Project.FaultsOf(Project.DevByHand + "  cross-cloud-mesh:addresses:\n    pools: {}\n"));

    [Fact]
    public void Moves_Nothing_WhenASiteOrAPoolIsAdded()
    {
        var before = RangesOf(Project.Read(Project.DevWithoutMesh));
        var after = RangesOf(Project.Read(
            WithGcpWest("slot: 1 }"),
            Project.Shared + "        aws-small: { cloud: aws, networks: 10.192.0.0/15, nodesPerZone: 3, services: 10.194.0.0/16, servicesPerSite: 256 }\n"));
        Assert.Equal(5, before.Count);
        Assert.Equal(8, after.Count);
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public void Says_InWhichFile_APoolStands()
    {
        var file = Project.Read(Project.DevWithoutMesh);
        Assert.Equal("Pulumi.yaml", file.FileOf("addresses.pools.aws"));
        Assert.Equal("stacks/Pulumi.test.yaml", file.FileOf("sites.aws-east"));
        Assert.Equal(Project.Shared.Split('\n').ToList().FindIndex(line => line.Contains("nodesPerZone")) + 1, file.Locate("addresses.pools.aws.nodesPerZone")!.Value.Line);
    }

    private static List<string> RangesOf(StackFile file)
    {
        var settings = SettingsLoader.Load(file.Sections).Settings!;
        return
        [
            .. settings.Sites.SelectMany(site => site.Value switch
            {
                AwsSite aws when SiteRanges.Of(aws, settings.Addresses) is var (network, services) => new[] { network, services },
                GcpSite gcp when SiteRanges.Of(gcp, settings.Addresses) is var (nodes, pods, services) => [nodes, pods, services],
                _ => [],
            }).Select(range => range.ToString()),
        ];
    }

    /// <summary>The dev stack with a second Google site in another region.</summary>
    private static string WithGcpWest(string slot)
    {
        var start = Project.DevWithoutMesh.IndexOf("    gcp-east:\n", StringComparison.Ordinal);
        var end = Project.DevWithoutMesh.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal);
        var west = Project.DevWithoutMesh[start..end].Replace("gcp-east", "gcp-west").Replace("us-east4", "us-west1").Replace("slot: 0 }", slot).Replace("asn: 64600", "asn: 64601");
        return Project.DevWithoutMesh[..end] + west + Project.DevWithoutMesh[end..];
    }
}
