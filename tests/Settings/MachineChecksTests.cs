using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of services on machines: what cannot be is refused, each time from the shipped prod stack with one thing changed.</summary>
public sealed class MachineChecksTests
{
    private const string First = "archive-1: { address: 172.24.8.10 }";
    private const string Place = "services.archive.machines.dc-frankfurt";

    [Theory]
    [InlineData("    envoy: { version: 1.39.3 }\n", "", "mesh.envoy: is missing, and services run on machines; add it with the version of Envoy")]
    [InlineData("      machines:\n        dc-frankfurt:\n", "      machines:\n        aws-us:\n",
        $"{Place}: is missing, and the service runs in that data centre; add its machines with applicationPort and hosts",
        "services.archive.machines.aws-us: must be a data centre that services.archive.sites names too; got aws-us; name it there, or remove the machines")]
    [InlineData(First, "archive-1: { address: 172.25.8.10 }", $"{Place}.hosts.archive-1.address: must lie in the ranges of sites.dc-frankfurt, 172.24.0.0/16; got 172.25.8.10; correct it, or announce its range")]
    [InlineData(First, "archive-1: { address: 8.8.8.8 }", $"{Place}.hosts.archive-1.address: must be a private IPv4 address such as 172.24.8.10; got \"8.8.8.8\"")]
    [InlineData(First, "archive-1: { address: 172.24.8.11 }", $"{Place}.hosts.archive-2.address: must be a machine of its own, and {Place}.hosts.archive-1 is the same, whose Envoy has its ports; got 172.24.8.11; give the service another machine")]
    [InlineData(First, "archive-1: { address: 172.24.8.10, version: v1 }", $"{Place}.hosts.archive-1.version: must be a version of the service's canary; got v1; name one of its steps, or leave it out")]
    [InlineData("applicationPort: 9090", "applicationPort: 9443", $"{Place}.applicationPort: must be another than those of the Envoy beside it, 9901, 15001, 9443; got 9443; have the service listen elsewhere")]
    [InlineData("traces: { port: 4317 }", "traces: { port: 9090 }", $"{Place}.traces.port: must be the collector's own, and another program has it; got 9090; have the collector listen elsewhere")]
    [InlineData("traces: { port: 4317 }", "connections: 0", $"{Place}.connections: must be a whole number from 1 to 1000000; got 0")]
    [InlineData("port: 9443", "port: 9901", $"{Place}: cannot take calls on the service's port, as Envoy has 9901 and 15001 for itself; got 9901; have the service called on another")]
    [InlineData("protocol: grpc\n      port: 9443\n      timeoutMs: 3000\n      retries: { attempts: 2, perTryMs: 900, on: [connectionError, streamError, unavailable] } # a receipt has a number, and is kept once\n      caps: { maxRequests: 256 }\n",
        "protocol: http\n      port: 9443\n      caps: { maxConnections: 20000 }\n",
        $"{Place}.connections: must be at least the 20000 of caps.maxConnections; got 10000; let in more, or cap them lower")]
    [InlineData("callers: [settlement]\n", "callers: [settlement]\n      locality: ownSite\n", "services.archive: Envoy by itself cannot prefer pods near the caller; got OwnSite; leave it out, or render for another mesh")]
    [InlineData("callers: [settlement]\n", "callers: [payment]\n", "services.archive.callers[0]: cannot call from aws-us: no link leads from there to where archive runs, dc-frankfurt; got payment; run archive there too, or join the sites by a link")]
    [InlineData("callers: [settlement]\n", "callers: [settlement]\n      canary: { step: 1, steps: [{ v1: 100 }] }\n",
        $"{Place}.hosts.archive-1.version: is missing, and the service has a canary; say which of its versions runs there",
        $"{Place}.hosts.archive-2.version: is missing, and the service has a canary; say which of its versions runs there")]
    public void Refuses_MachinesThatCannotBe(string typed, string instead, params string[] faults) =>
        Assert.Equal(faults, Project.FaultsOf(Project.Replaced(Project.Prod, typed, instead)));

    [Fact]
    public void Refuses_ACallerInAppMesh() => Assert.Contains(
        "services.archive.callers[0]: is in App Mesh, from which no way leads to machines; got settlement; move the caller to Istio, or the service into a cluster",
        Project.FaultsOf(Project.Replaced(Project.Prod, "  cross-cloud-mesh:mesh:\n", "  cross-cloud-mesh:mesh:\n    appMesh: { sites: [aws-eu], endOfLife: renderOnly }\n")));

    [Fact]
    public void Refuses_AWorkload_WithTheNameOfAMachines() => Assert.Equal(
        ["trust.workloads.dc-frankfurt-archive: must have another name than the certificate of services.archive in dc-frankfurt; got dc-frankfurt-archive; call it otherwise"],
        Project.FaultsOf(Project.Replaced(
            Project.Prod,
            "    trustDomain: prod.mesh.example # yours\n",
            "    trustDomain: prod.mesh.example # yours\n    workloads: { dc-frankfurt-archive: { site: aws-eu, namespace: billing, serviceAccount: batch } }\n")));
}
