using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Mesh.Probe;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>What measures from one cluster to another, and answers it.</summary>
[Collection(Evaluations.Name)]
public sealed class LatencyProbeTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";
    private const string ConfigMap = "kubernetes:core/v1:ConfigMap";

    [Fact]
    public async Task Pod_IsThis_ToTheLetter()
    {
        var pod = (await RunAsync()).One(Deployment, "east-probe-mesh");
        Assert.Equal("{annotations: {traffic.sidecar.istio.io/excludeInboundPorts: 9313}, labels: {app: aws-east, app.kubernetes.io/part-of: latency-probe}}", pod.Input("spec>template>metadata"));
        Assert.Equal(
            "[{args: [--config_file=/etc/probe/cloudprober.cfg], image: ghcr.io/cloudprober/cloudprober:v0.14.4, "
            + "livenessProbe: {httpGet: {path: /health, port: 9313}, periodSeconds: 20}, name: probe, ports: [{containerPort: 8080}, {containerPort: 9313, name: metrics}], "
            + "readinessProbe: {httpGet: {path: /health, port: 9313}, periodSeconds: 5}, resources: {limits: {memory: 64Mi}, requests: {cpu: 20m, memory: 64Mi}}, "
            + "securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}, "
            + "volumeMounts: [{mountPath: /etc/probe, name: config, readOnly: true}]}]",
            pod.Input("spec>template>spec>containers"));
        Assert.Equal("{runAsGroup: 65532, runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}", pod.Input("spec>template>spec>securityContext"));
        Assert.Equal(("aws-east", "false"), (pod.Input("spec>template>spec>serviceAccountName"), pod.Input("spec>template>spec>automountServiceAccountToken")));
    }

    [Fact]
    public async Task DirectPod_HasNoProxy_AndKnowsEachAddressOfTheOther()
    {
        var pod = (await RunAsync()).One(Deployment, "east-probe-direct");
        Assert.Equal("{labels: {app: probe, app.kubernetes.io/part-of: latency-probe}}", pod.Input("spec>template>metadata"));
        Assert.Equal("[{hostnames: [gcp-east.probe-direct], ip: 10.32.0.9}, {hostnames: [gcp-east.probe-direct], ip: 10.32.0.10}]", pod.Input("spec>template>spec>hostAliases"));
        Assert.Equal(
            "{labels: {pod-security.kubernetes.io/enforce: restricted}, name: probe-direct}",
            (await RunAsync()).One("kubernetes:core/v1:Namespace", "east-probe-direct").Input("metadata"));
    }

    [Fact]
    public void Program_AsksAtFixedTimes_AndCountsAtGivenEdges()
    {
        var text = Program with { CallsPerSecond = 4 };
        Assert.Equal(
            """
            server {
              type: HTTP
              http_server { port: 15444 }
            }
            surfacer {
              type: PROMETHEUS
              prometheus_surfacer { metrics_prefix: "probe_" }
            }
            probe {
              name: "direct-gcp-east"
              type: HTTP
              targets { host_names: "gcp-east.probe-direct" }
              interval_msec: 250
              timeout_msec: 250
              latency_unit: "ms"
              latency_metric_name: "latency_milliseconds"
              latency_distribution { explicit_buckets: "10,46,80" }
              additional_label { key: "source_site" value: "aws-east" }
              additional_label { key: "target_site" value: "gcp-east" }
              additional_label { key: "via" value: "direct" }
              validator {
                name: "answered"
                http_validator { success_status_codes: "200" }
              }
              http_probe {
                port: 15444
                keep_alive: true
                header { key: "traceparent" value: "00-00000000000000000000000000000001-0000000000000001-00" }
              }
            }

            """,
            text.ToText());
    }

    [Fact]
    public async Task AnotherText_IsAnotherFile_SoThatPodsReadIt()
    {
        var (two, four) = (await RunAsync(), await RunAsync(args => args with { CallsPerSecond = 4 }));
        foreach (var way in new[] { "mesh", "direct" })
        {
            var (old, now) = (two.One(ConfigMap, $"east-probe-{way}"), four.One(ConfigMap, $"east-probe-{way}"));
            Assert.NotEqual(old.Input("metadata>name"), now.Input("metadata>name"));
            Assert.Contains($"configMap: {{name: {now.Input("metadata>name")}}}", four.One(Deployment, $"east-probe-{way}").Input("spec>template>spec>volumes"), StringComparison.Ordinal);
            Assert.Equal("true", now.Input("immutable"));
        }
    }

    [Fact]
    public async Task BothWays_AskAlike_ButForWhomAndWhere()
    {
        var asked = await RunAsync();
        Assert.Equal(
            asked.One(ConfigMap, "east-probe-direct").Input("data").Replace("gcp-east.probe-direct", "HOST", StringComparison.Ordinal).Replace("15444", "PORT", StringComparison.Ordinal).Replace("direct", "WAY", StringComparison.Ordinal),
            asked.One(ConfigMap, "east-probe-mesh").Input("data").Replace("gcp-east.probe.svc.cluster.local", "HOST", StringComparison.Ordinal).Replace("8080", "PORT", StringComparison.Ordinal).Replace("mesh", "WAY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_ADoorForEverybody_AndNobodyToAsk()
    {
        var faults = await Harness.FailAsync((_, google) => Make(google, args => args with { Callers = [], Targets = [] }));
        Assert.Contains("callers: must hold at least one range, or everybody might call; got none; name those of the sites that measure", faults, StringComparison.Ordinal);
        Assert.Contains("targets: must hold at least one site, or there is nothing to measure; got none; name one, or leave the probe out", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "ghcr.io/cloudprober/cloudprober:v0.14.4")]
    [InlineData("registry.example/mirror", "registry.example/mirror/cloudprober/cloudprober:v0.14.4")]
    public void Image_IsOfItsVersion_FromTheMirrorWhereThereIsOne(string? mirror, string image) => Assert.Equal(image, ProbeFacts.ImageOf("0.14.4", mirror));

    private static ProbeProgram Program { get; } = new()
    {
        Site = "aws-east",
        Way = ProbeWay.Direct,
        Targets = ImmutableSortedDictionary<string, string>.Empty.Add("gcp-east", "gcp-east.probe-direct"),
        CallsPerSecond = 2,
        Buckets = new() { Edges = [10, 46, 80] },
    };

    private static Task<Asked> RunAsync(Func<LatencyProbeArgs, LatencyProbeArgs>? change = null) => Harness.RunAsync((_, google) => Make(google, change ?? (args => args)));

    private static void Make(ComponentResourceOptions google, Func<LatencyProbeArgs, LatencyProbeArgs> change)
    {
        var cluster = new AnyCluster("east");
        _ = new LatencyProbe("east-probe", change(new()
        {
            Cluster = cluster,
            Site = "aws-east",
            MeshAccount = new ServiceAccount("account", new(), new() { Provider = cluster.Provider }),
            Balancer = new GoogleGatewayBalancer("east-balancer", new() { Project = "acme-mesh", Region = "us-east4", PhysicalName = "test-east", SubnetSelfLink = "subnet" }, google),
            Callers = [Cidr.Parse("10.32.0.0/23")!.Value],
            Targets = [new("gcp-east", "gcp-east.probe.svc.cluster.local", Output.Create(ImmutableArray.Create("10.32.0.9", "10.32.0.10")))],
            CallsPerSecond = 2,
            Buckets = new() { Edges = [10, 46, 80] },
            Image = ProbeFacts.ImageOf("0.14.4", mirror: null),
        }));
    }
}
