using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of the mesh: each check seen failing, from the shipped dev stack with one thing changed.</summary>
public sealed class MeshChecksTests
{
    private const string Version = "r1-31: { version: 1.31.1 }";
    private const string Current = "current: r1-31";

    [Theory]
    [InlineData(Current, "current: blue", "mesh.istio.current: must be one of mesh.istio.revisions; got blue; known: r1-31")]
    [InlineData(Version, "r1-31: { version: 1.28.4 }", "mesh.istio.revisions.r1-31.version: must be of a line of Istio that is known to be in support; got 1.28.4; known: 1.29, 1.30, 1.31")]
    [InlineData(Version, "r1-31: { version: 1.29.8 }", "mesh.istio.revisions.r1-31.version: must support Kubernetes 1.36 of sites.aws-east, and Istio 1.29 supports 1.31 to 1.35; got 1.29.8; choose another line, or another Kubernetes")]
    [InlineData(Version, Version + "\n        next: { version: 1.29.8 }", "mesh.istio.revisions.next.version: must support Kubernetes 1.36 of sites.aws-east, and Istio 1.29 supports 1.31 to 1.35; got 1.29.8; choose another line, or another Kubernetes")]
    [InlineData(Current, Current + "\n      replicas: 0", "mesh.istio.replicas: must be a whole number from 1 to 10; got 0")]
    [InlineData("      natAddresses: 1 # an address that never changes, from which the mesh reads the other cluster's API\n", "", "sites.gcp-east.natAddresses: must be at least 1, as the mesh reads the API of sites.aws-east at its public address, which admits named addresses alone; got 0; set it to 1, or sites.aws-east.cluster.api.access to private")]
    [InlineData("        controllers:\n          loadBalancer:\n            chartVersion: 3.5.0\n", "", "sites.aws-east.cluster.controllers.loadBalancer: is missing, and makes the load balancer of the mesh's gateway; add it with a chartVersion, or remove mesh.istio")]
    public void Refuses_WhatDoesNotGoTogether(string typed, string instead, string fault)
    {
        var stack = typed == Current && instead.Contains("replicas", StringComparison.Ordinal)
            ? Project.Replaced(Project.Dev, "      current: r1-31\n      replicas: 1\n", $"      {instead}\n")
            : Project.MeshWith(typed, instead);
        Assert.Equal([fault], Project.FaultsOf(stack));
    }

    [Fact]
    public void Accepts_TwoRevisions() => Assert.Empty(Project.FaultsOf(Project.MeshWith(Version, Version + "\n        next: { version: 1.31.2 }")));

    [Fact]
    public void Refuses_AMesh_WithoutARoot()
    {
        var (begin, end) = (Project.Dev.IndexOf("  cross-cloud-mesh:trust:", StringComparison.Ordinal), Project.Dev.IndexOf("  # What joins", StringComparison.Ordinal));
        Assert.Contains(
            "trust: is missing, and the clusters of a mesh must trust one root; add the section, or remove mesh.istio",
            Project.FaultsOf(Project.Dev[..begin] + Project.Dev[end..]));
    }

    [Fact]
    public void Refuses_NoMirror_AndANameOnTheInternet_WhereASiteReachesNeither() => Assert.Equal(
        [
            "mesh.istio.mirror: is missing, and nodes of sites.aws-east reach no registry of Istio's while nat is none; copy charts and images to a registry that they reach and name it here, or choose another nat",
            "sites.gcp-east.cluster.api.access: must be private, as its name leads to the internet, which sites.aws-east does not reach while its nat is none; got allowlist; set it to private, or choose another nat for sites.aws-east",
        ],
        Project.FaultsOf(Project.WithMirror(Project.MeshWith("nat: regional", "nat: none"))));
}
