using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;

namespace CrossCloudMesh.Tests.Plan;

public class PictureTests
{
    [Fact]
    public void Mermaid_TakesNothingOfANameForItsOwn()
    {
        var cluster = Cluster("east-cluster") with { Inputs = new([new("name", PlanValue.Of("a\"]\n<b>#*x*"))]) };

        Assert.Contains("\"EKS a#34;#93;<br/>#60;b#62;#35;#42;x#42;<br/>", TopologyPicture.Draw(Plans.Of(cluster)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_TakesNothingOfANameForItsOwn() =>
        Assert.Contains("[label=\"Vpc\\na\\\"\\\\ b\"", GraphPicture.Draw(Plans.Of(Plans.Vpc("a\"\\\tb"))), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(200, false, true)]
    [InlineData(600, false, false)]
    [InlineData(3000, false, false)]
    public void Mermaid_TellsLess_RatherThanTooMuch(int sites, bool hasPools, bool hasClusters)
    {
        var picture = TopologyPicture.Draw(Plans.Of(Enumerable.Range(0, sites).SelectMany(Site)));

        Assert.InRange(picture.Length, 1, TopologyPicture.MostCharacters);
        Assert.InRange(picture.Split('\n').Count(line => line.Contains("---", StringComparison.Ordinal)), 0, 500);
        Assert.Equal((hasPools, hasClusters), (picture.Contains("t4g.large", StringComparison.Ordinal), picture.Contains("EKS", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(1000, false)]
    public void Mermaid_DrawsMeshes_AsLongAsGitHubDrawsIt(int sites, bool hasMeshes)
    {
        var picture = TopologyPicture.Draw(Plans.Of(Enumerable.Range(0, sites).SelectMany(place => Site(place).Concat(Mesh(Cluster($"site{place:0000}-cluster"))))));

        Assert.InRange(picture.Length, 1, TopologyPicture.MostCharacters);
        Assert.InRange(picture.Split('\n').Count(line => line.Contains("---", StringComparison.Ordinal)), 0, 500);
        Assert.Equal(hasMeshes, picture.Contains("[/\"Istio 1.31.1<br/>0 services\"\\]", StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_AreTheSame_WhateverTheOrderOfResources()
    {
        PlannedResource[] resources = [.. Enumerable.Range(0, 3).SelectMany(Site)];
        var (forward, backward) = (Plans.Of(resources), Plans.Of(resources.Reverse()));

        Assert.Equal(TopologyPicture.Draw(forward), TopologyPicture.Draw(backward));
        Assert.Equal(GraphPicture.Draw(forward), GraphPicture.Draw(backward));
    }

    [Fact]
    public void Dot_DrawsAnArrow_FromWhatIsWaitedFor()
    {
        var picture = GraphPicture.Draw(Plans.Of(Plans.Vpc("a"), Plans.Vpc("b") with { DependsOn = [Plans.Vpc("a").Urn] }));

        Assert.Contains("  r0 -> r1;\n", picture, StringComparison.Ordinal);
    }

    private static IEnumerable<PlannedResource> Site(int place)
    {
        var cluster = Cluster($"site{place:0000}-cluster");
        yield return cluster;
        yield return cluster with
        {
            Urn = cluster.Urn + "-pool",
            Type = "aws:eks/nodeGroup:NodeGroup",
            Name = cluster.Name + "-pool",
            Inputs = new([new("instanceTypes", new PlanValue.ListValue([PlanValue.Of("t4g.large")]))]),
            PropertyDependencies = new([new("clusterName", [cluster.Urn])]),
        };
    }

    private static IEnumerable<PlannedResource> Mesh(PlannedResource cluster)
    {
        var provider = cluster with
        {
            Urn = $"urn:pulumi:dev::mesh::pulumi:providers:kubernetes::{cluster.Name}",
            Type = "pulumi:providers:kubernetes",
            PropertyDependencies = new([new("kubeconfig", [cluster.Urn])]),
        };
        yield return provider;
        yield return cluster with
        {
            Urn = $"urn:pulumi:dev::mesh::kubernetes:helm.sh/v3:Release::{cluster.Name}-istio",
            Type = "kubernetes:helm.sh/v3:Release",
            Name = $"{cluster.Name}-istio",
            Provider = provider.Urn,
            Inputs = new([new("chart", PlanValue.Of("istiod")), new("version", PlanValue.Of("1.31.1"))]),
        };
    }

    private static PlannedResource Cluster(string name) => new()
    {
        Urn = $"urn:pulumi:dev::mesh::aws:eks/cluster:Cluster::{name}",
        Type = "aws:eks/cluster:Cluster",
        Name = name,
        IsCustom = true,
        Inputs = SortedMap<PlanValue>.Empty,
    };
}
