using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of the demo: each check seen failing, from the shipped dev stack with the demo and one thing changed.</summary>
public sealed class DemoChecksTests
{
    private const string Istio = "      current: r1-31\n      replicas: 1\n";
    private const string Demo = "    demo: { version: 1.75.2 }\n";
    private const string Services = "  # The services of the mesh";
    private const string AfterServices = "  # What dev does not keep";

    [Theory]
    [InlineData("version: 1.75.2", "version: latest", "mesh.demo.version: must be a version of three numbers, such as 1.8.2; got \"latest\"")]
    [InlineData("{ version: 1.75.2 }", "{ replicas: 2 }", "mesh.demo.version: is missing; add a version of three numbers, such as 1.8.2")]
    [InlineData("1.75.2 }", "1.75.2, replicas: 0 }", "mesh.demo.replicas: must be a whole number from 1 to 10; got 0")]
    [InlineData("1.75.2 }", "1.75.2, callsPerSecond: 101 }", "mesh.demo.callsPerSecond: must be a whole number from 1 to 100; got 101")]
    public void Refuses_WhatCannotBe(string typed, string instead, string fault) => Assert.Equal([fault], Project.FaultsOf(With(Demo.Replace(typed, instead, StringComparison.Ordinal))));

    [Fact]
    public void Accepts_TheDemo() => Assert.Empty(Project.FaultsOf(With(Demo)));

    [Fact]
    public void Refuses_ADemo_WithoutIstio() => Assert.Equal(
        ["mesh.demo: needs mesh.istio, whose proxies stand beside its pods; add mesh.istio, or remove mesh.demo"],
        Project.FaultsOf(Project.DevWith(Services, $"  cross-cloud-mesh:mesh:\n{Demo}\n{Services}")));

    [Fact]
    public void Refuses_ADemo_WithoutServices()
    {
        var dev = With(Demo);
        Assert.Equal(
            ["mesh.demo: answers for services in clusters of Istio, and there are none; add some to services, or remove mesh.demo"],
            Project.FaultsOf(dev[..dev.IndexOf(Services, StringComparison.Ordinal)] + dev[dev.IndexOf(AfterServices, StringComparison.Ordinal)..]));
    }

    [Fact]
    public void Refuses_TwoDeployments_OfOneName() => Assert.Equal(
        ["mesh.demo: calls a Deployment by service and version, and one of services.orders-v1 would have the name of one of services.orders; got trading/orders-v1-v1; call a version of one of the two otherwise, or remove mesh.demo"],
        Project.FaultsOf(Project.Replaced(
            With(Demo).Replace("v1: ", "v1-v1: ", StringComparison.Ordinal),
            "    quotes: #",
            "    orders-v1:\n      namespace: trading\n      sites: [gcp-east]\n      protocol: http\n      port: 8080\n\n    quotes: #")));

    private static string With(string demo) => Project.MeshWith(Istio, Istio + demo);
}
