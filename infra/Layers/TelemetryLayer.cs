using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Istio;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The telemetry of a stack: from its settings to Transaction Search, and to collectors with an identity in AWS in every cluster.</summary>
internal sealed class TelemetryLayer
{
    private readonly TelemetrySettings telemetry;
    private readonly MeshSettings settings;
    private readonly IReadOnlyDictionary<string, AwsSiteLayer> awsSites;
    private readonly Names names;
    private readonly Clouds clouds;
    private readonly ComponentResourceOptions options;
    private readonly SortedDictionary<string, IReadOnlyList<Resource>> ready = new(StringComparer.Ordinal);

    public TelemetryLayer(
        TelemetrySettings telemetry, MeshSettings settings, IReadOnlyDictionary<string, IKubernetesCluster> clusters, IReadOnlyDictionary<string, AwsSiteLayer> awsSites,
        Clouds clouds, Names names)
    {
        (this.telemetry, this.settings, this.awsSites, this.clouds, this.names) = (telemetry, settings, awsSites, clouds, names);
        options = new() { Provider = clouds.Aws(Region) };
        var search = telemetry.AccountWide switch
        {
            AccountWide.ThisStack => MakeSearch().Ready,
            AccountWide.Elsewhere => [],
            _ => throw new UnreachableException(),
        };
        MakeViews();
        foreach (var (site, cluster) in clusters)
        {
            ready[site] = MakeCollector(site, cluster, search).Ready;
        }
    }

    /// <summary>Site to what must be there before something is sent to its gateway.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Resource>> Ready => ready;

    /// <summary>Whom proxies tell of calls; null where nobody is to be told.</summary>
    public static MeshTracing? TracingOf(MeshSettings settings) => settings.Observability?.Telemetry is { } telemetry
        ? new(CollectorFacts.Namespace, CollectorFacts.GatewayHost, CollectorFacts.OtlpPort, telemetry.SamplePercent)
        : null;

    /// <summary>What of it calls AWS from inside the networks of sites on AWS.</summary>
    public static IEnumerable<AwsFeature> Features(MeshSettings settings) => settings.Observability?.Telemetry is { } telemetry
        ? [AwsFeature.Traces, AwsFeature.Metrics, .. telemetry.Logs is null ? Array.Empty<AwsFeature>() : [AwsFeature.Logs]]
        : [];

    private string Region => telemetry.Region.ToString();

    private string AccountId => settings.Cloud.Aws.AccountId.ToString();

    private bool HasProxy => !telemetry.SamplingRules.IsEmpty;

    private TransactionSearch MakeSearch() => new("traces", new()
    {
        AccountId = AccountId,
        Region = Region,
        PhysicalName = names.Of("traces"),
        IndexedPercent = telemetry.IndexedPercent,
        Protect = settings.Lifecycle.Protect,
    }, options);

    private void MakeViews()
    {
        if (!telemetry.Groups.IsEmpty || HasProxy)
        {
            _ = new TraceViews("trace-views", new()
            {
                PhysicalName = names.Stack,
                Groups = telemetry.Groups.ToImmutableSortedDictionary(
                    group => group.Key, group => new TraceGroup(group.Value.Filter.ToString(), group.Value.Insights), StringComparer.Ordinal),
                SamplingRules = telemetry.SamplingRules.ToImmutableSortedDictionary(
                    rule => rule.Key,
                    rule => new TraceSampling(rule.Value.Priority, rule.Value.TracesPerSecond, rule.Value.Percent, rule.Value.Service?.ToString(), rule.Value.Path?.ToString()),
                    StringComparer.Ordinal),
            }, options);
        }
    }

    private Collector MakeCollector(string site, IKubernetesCluster cluster, IReadOnlyList<Resource> search)
    {
        var logs = telemetry.Logs is { } kept ? MakeLogs(site, kept) : null;
        var policy = CollectorPolicy.Of(AccountId, Region, logs?.Place.Group, HasProxy);
        var (role, identity) = Identify(site, cluster, policy);
        return new Collector($"{site}-telemetry", new()
        {
            Cluster = cluster,
            Config = new()
            {
                Place = PlaceOf(site),
                Region = Region,
                Logs = logs?.Place,
                ThirdParties = telemetry.ThirdParties.ToImmutableSortedDictionary(party => party.Key, party => PartyOf(party.Value), StringComparer.Ordinal),
                HasProxy = HasProxy,
                QueueGibibytes = telemetry.Collector.QueueGibibytes,
            },
            Secrets = telemetry.ThirdParties.ToDictionary(party => party.Key, party => (Input<string>)new Config().RequireSecret(party.Value.Secret.ToString()), StringComparer.Ordinal),
            FederatedRoleArn = role,
            HasProbe = ProbePlan.SitesOf(settings).Contains(site),
            ChartVersion = telemetry.Collector.ChartVersion.ToString(),
            Mirror = telemetry.Collector.Mirror?.ToString(),
            Replicas = telemetry.Collector.Replicas,
            // Whatever makes a Service waits for the controller that answers for Services.
            WaitFor = [.. search, .. identity, .. logs?.Ready ?? [], .. awsSites.TryGetValue(site, out var aws) ? aws.Controllers.LoadBalancersReady : []],
        });
    }

    /// <summary>EKS hands its pods a role by itself; elsewhere pods take one by a token of their cluster.</summary>
    private (Output<string>? Role, IReadOnlyList<Resource> Ready) Identify(string site, IKubernetesCluster cluster, AwsPolicy policy)
    {
        if (awsSites.ContainsKey(site))
        {
            return (null, new AwsWorkloadIdentity($"{site}-telemetry", new()
            {
                ClusterName = cluster.ClusterName,
                Namespace = CollectorFacts.Namespace,
                ServiceAccount = CollectorFacts.Gateway,
                Policy = policy,
            }, new() { Provider = clouds.Aws(((AwsSite)settings.Sites[site]).Region.ToString()) }).Ready);
        }

        var federated = new AwsFederatedIdentity($"{site}-telemetry", new()
        {
            Issuer = cluster.Issuer,
            Namespace = CollectorFacts.Namespace,
            ServiceAccount = CollectorFacts.Gateway,
            Policy = policy,
        }, options);
        return (federated.RoleArn, federated.Ready);
    }

    private TelemetryLogs MakeLogs(string site, TelemetryLogSettings logs) => new($"{site}-pods", new()
    {
        AccountId = AccountId,
        Region = Region,
        LogGroupName = $"/pods/{names.Of(site)}",
        KeyAliasName = names.Of(site, "pods"),
        Stream = site,
        RetentionDays = logs.RetentionDays,
        Protect = settings.Lifecycle.Protect,
    }, options);

    private CollectorPlace PlaceOf(string site) => settings.Sites[site] switch
    {
        AwsSite aws => new() { Site = site, Cloud = "aws", Platform = "aws_eks", CloudRegion = aws.Region.ToString(), Environment = names.Stack },
        GcpSite gcp => new() { Site = site, Cloud = "gcp", Platform = "gcp_kubernetes_engine", CloudRegion = gcp.Region.ToString(), Environment = names.Stack },
        var other => throw new UnreachableException($"no collector runs in a {other.GetType().Name}"),
    };

    private static ThirdParty PartyOf(ThirdPartySettings party) => new()
    {
        Endpoint = party.Endpoint.ToString(),
        Header = party.Header.ToString(),
        Signals = [.. party.Signals.Select(signal => signal switch
        {
            TelemetrySignal.Traces => OtlpEndpoints.Traces.Signal,
            TelemetrySignal.Metrics => OtlpEndpoints.Metrics.Signal,
            TelemetrySignal.Logs => OtlpEndpoints.Logs.Signal,
            _ => throw new UnreachableException(),
        })],
    };
}
