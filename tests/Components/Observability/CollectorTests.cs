using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Preview;
using Pulumi;

namespace CrossCloudMesh.Tests.Components.Observability;

/// <summary>The collectors of a cluster: an agent on each node, and a gateway that alone speaks to others.</summary>
[Collection(Evaluations.Name)]
public sealed class CollectorTests
{
    private const string Gateway = "east-telemetry-gateway";
    private const string Agent = "east-telemetry-agent";
    private const string Secret = "kubernetes:core/v1:Secret";
    private const string Destination = "aws:xray/traceSegmentDestination:TraceSegmentDestination";

    [Fact]
    public async Task Makes_NamespaceGatewayAndAgents_AndASecretForThirdParties()
    {
        Assert.Equal(["kubernetes:core/v1:Namespace 1", InCluster.Release + " 2"], await InCluster.CountsAsync((cluster, aws) => Make(cluster, args => args)));
        Assert.Equal(
            ["kubernetes:core/v1:Namespace 1", Secret + " 1", InCluster.Release + " 2"],
            await InCluster.CountsAsync((cluster, aws) => Make(cluster, Whole)));
    }

    [Fact]
    public async Task Gateway_WaitsForTheDestinationOfSpans_AndAgents_ForTheGateway()
    {
        var asked = await InCluster.RunAsync((cluster, aws) => Make(cluster, args => args with { WaitFor = new TransactionSearch("traces", TransactionSearchTests.Args, aws).Ready }));
        Assert.Contains(asked.One(Destination).Urn, asked.One(InCluster.Release, Gateway).DependsOn);
        Assert.Contains(asked.One(InCluster.Release, Gateway).Urn, asked.One(InCluster.Release, Agent).DependsOn);
    }

    [Fact]
    public async Task Gateway_HasADiskForEachPod_AndOnePodAtMostGoesAtATime()
    {
        var gateway = (await RunAsync()).One(InCluster.Release, Gateway);
        Assert.Equal("statefulset", gateway.Input("values>mode"));
        Assert.Contains("accessModes: [ReadWriteOnce], resources: {requests: {storage: 8Gi}}", gateway.Input("values>statefulset"), StringComparison.Ordinal);
        Assert.Equal("{enabled: true, maxUnavailable: 1}", gateway.Input("values>podDisruptionBudget"));
        Assert.Contains("topologyKey: topology.kubernetes.io/zone", gateway.Input("values>topologySpreadConstraints"), StringComparison.Ordinal);
        Assert.Equal("{limits: {memory: 512Mi}, requests: {cpu: 200m, memory: 512Mi}}", gateway.Input("values>resources"));
    }

    [Fact]
    public async Task OnlyTheGateway_CanSign_AndOnlyAgentsWithLogs_AreRoot()
    {
        var asked = await WholeAsync();
        Assert.EndsWith("opentelemetry-collector-contrib}", asked.One(InCluster.Release, Gateway).Input("values>image"), StringComparison.Ordinal);
        Assert.EndsWith("opentelemetry-collector-k8s}", asked.One(InCluster.Release, Agent).Input("values>image"), StringComparison.Ordinal);
        Assert.Equal("0", asked.One(InCluster.Release, Agent).Input("values>podSecurityContext>runAsUser"));
        Assert.Equal("10001", (await RunAsync()).One(InCluster.Release, Agent).Input("values>podSecurityContext>runAsUser"));
    }

    [Fact]
    public async Task Mirror_HoldsChartAndImages()
    {
        var gateway = (await RunAsync(args => args with { Mirror = "registry.example/mirror" })).One(InCluster.Release, Gateway);
        Assert.Equal("oci://registry.example/mirror/charts/opentelemetry-collector", gateway.Input("chart"));
        Assert.Equal(
            "{repository: registry.example/mirror/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib}", gateway.Input("values>image"));
    }

    [Fact]
    public async Task ThirdParty_HasExporterQueueAndPipelinesOfItsOwn_AndItsSecretIsNowhereElse()
    {
        var asked = await WholeAsync();
        var gateway = asked.One(InCluster.Release, Gateway);
        Assert.Equal("{api-key: ${env:THIRD_PARTY_APM}}", gateway.Input("values>alternateConfig>exporters>otlp_http/third-party-apm>headers"));
        Assert.Equal("file_storage/queues", gateway.Input("values>alternateConfig>exporters>otlp_http/third-party-apm>sending_queue>storage"));
        foreach (var signal in new[] { "logs", "traces" })
        {
            Assert.Equal("[otlp_http/third-party-apm]", gateway.Input($"values>alternateConfig>service>pipelines>{signal}/third-party-apm>exporters"));
            Assert.Equal($"[otlp_http/aws-{signal}]", gateway.Input($"values>alternateConfig>service>pipelines>{signal}/aws-{signal}>exporters"));
        }

        Assert.Equal("absent", gateway.Input("values>alternateConfig>service>pipelines>metrics/third-party-apm"));
        Assert.Contains("{name: THIRD_PARTY_APM, valueFrom: {secretKeyRef: {key: THIRD_PARTY_APM, name: telemetry-third-parties}}}", gateway.Input("values>extraEnvs"), StringComparison.Ordinal);
        Assert.Matches("^secret ", asked.One(Secret).Input("stringData"));
    }

    [Fact]
    public async Task OutsideAws_TheTokenIsProjected_ForOneAudience_AndRenewedEveryHour()
    {
        var gateway = (await WholeAsync()).One(InCluster.Release, Gateway);
        Assert.Equal(
            "[{name: aws-token, projected: {sources: [{serviceAccountToken: {audience: sts.amazonaws.com, expirationSeconds: 3600, path: token}}]}}]",
            gateway.Input("values>extraVolumes"));
        Assert.StartsWith(
            "[{name: AWS_ROLE_ARN, value: arn:aws:iam::123456789012:role/telemetry}, {name: AWS_WEB_IDENTITY_TOKEN_FILE, value: /var/run/secrets/aws/token}, {name: AWS_REGION, value: us-east-1}",
            gateway.Input("values>extraEnvs"),
            StringComparison.Ordinal);
        Assert.Equal("absent", (await RunAsync()).One(InCluster.Release, Gateway).Input("values>extraVolumes"));
    }

    [Fact]
    public async Task Refuses_ABuildThatCannotSign_AndAThirdPartyWithoutASecret()
    {
        Assert.Contains(
            "config.extensions.sigv4auth/xray: must be in the collector's distribution, and k8s has no such component; got sigv4auth; take another distribution",
            await FailAsync(args => args with { Distribution = CollectorFacts.Kubernetes }),
            StringComparison.Ordinal);
        Assert.Contains(
            "secrets.apm: is missing, and the third party knows nobody without it; hand in the value of its header",
            await FailAsync(args => Whole(args) with { Secrets = new Dictionary<string, Input<string>>() }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OldNames_AreRefused_WithTheNewOne() => Assert.Equal(
        ["exporters.otlphttp/x: has another name now, and the old one goes; got otlphttp; call it otlp_http", "processors.k8sattributes: has another name now, and the old one goes; got k8sattributes; call it k8s_attributes"],
        CollectorFaults.Of(CollectorFacts.Contrib, new Dictionary<string, object>
        {
            ["exporters"] = new Dictionary<string, object> { ["otlphttp/x"] = new Dictionary<string, object>(), ["otlp_http"] = new Dictionary<string, object>() },
            ["processors"] = new Dictionary<string, object> { ["k8sattributes"] = new Dictionary<string, object>() },
        }).Select(fault => fault.ToString()));

    internal static Task<Asked> WholeAsync() => RunAsync(Whole);

    private static Task<Asked> RunAsync(Func<CollectorArgs, CollectorArgs>? with = null) => InCluster.RunAsync((cluster, aws) => Make(cluster, with ?? (args => args)));

    private static Task<string> FailAsync(Func<CollectorArgs, CollectorArgs> with) =>
        Harness.FailAsync((aws, gcp) => Make(new EksCluster("east", EksClusterTests.Args(), aws), with));

    /// <summary>With everything that can be asked of it.</summary>
    private static CollectorArgs Whole(CollectorArgs args) => args with
    {
        Config = args.Config with
        {
            Logs = new("/pods/test-east", "east"),
            HasProxy = true,
            ThirdParties = ImmutableSortedDictionary<string, ThirdParty>.Empty.Add("apm", new() { Endpoint = "https://otlp.example.com", Header = "api-key", Signals = ["traces", "logs"] }),
        },
        Secrets = new Dictionary<string, Input<string>> { ["apm"] = Output.CreateSecret("hush") },
        FederatedRoleArn = Output.Create("arn:aws:iam::123456789012:role/telemetry"),
    };

    private static void Make(EksCluster cluster, Func<CollectorArgs, CollectorArgs> with) => _ = new Collector("east-telemetry", with(new()
    {
        Cluster = cluster,
        Config = new()
        {
            Place = new() { Site = "east", Cloud = "aws", Platform = "aws_eks", CloudRegion = "us-east-1", Environment = "test" },
            Region = "us-east-1",
            QueueGibibytes = 8,
        },
        ChartVersion = "0.170.0",
        Replicas = 2,
        WaitFor = [],
    }));
}
