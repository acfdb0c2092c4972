using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Observability;

/// <summary>Installs the collectors of a cluster: an agent on every node, and a gateway that alone speaks to AWS and to third parties.</summary>
/// <remarks>
/// Makes a namespace, 2 Helm releases, and 1 secret where there are third parties. The gateway is a StatefulSet: each of its pods has a disk
/// for its queues, which a restart or another node does not lose. The charts make service accounts and rights: agents read pods and the
/// figures of their node, the gateway reads pods. Nothing is sent before <see cref="CollectorArgs.WaitFor"/>, as X-Ray refuses spans
/// for good that come before their destination. Source: <see cref="CollectorFacts.Chart"/>.
/// </remarks>
public sealed class Collector : ComponentResource
{
    public const string Token = "infra:observability:Collector";

    private readonly CollectorArgs args;

    /// <summary>What must be there before something is sent to it.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public Collector(string name, CollectorArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        var space = new Namespace(name, new() { Metadata = new ObjectMetaArgs { Name = CollectorFacts.Namespace } }, InCluster([.. args.Cluster.Ready]));
        Resource[] before = args.Secrets.Count == 0 ? [space, .. args.WaitFor] : [space, MakeSecret(name, space), .. args.WaitFor];
        var gateway = Install(name, "gateway", CollectorFacts.Gateway, args.Distribution, new GatewayValues(args).Render(), before);
        _ = Install(name, "agent", CollectorFacts.Agent, CollectorFacts.Kubernetes, new AgentValues(args).Render(), [space, gateway]);
        Ready = [gateway];
        RegisterOutputs();
    }

    private Release Install(
        string name, string part, string release, CollectorDistribution distribution, InputMap<object> values, Resource[] waitFor)
    {
        var chart = new ControllerChart(CollectorFacts.Chart, args.ChartVersion, args.Mirror) { ReleaseName = release };
        values["fullnameOverride"] = release;
        values["image"] = new Dictionary<string, object> { ["repository"] = $"{args.Mirror ?? CollectorFacts.ImageRegistry}/{distribution.Image}" };
        return chart.Install($"{name}-{part}", this, args.Cluster, values, waitFor);
    }

    /// <summary>One entry for each third party, by the name of the variable that it becomes.</summary>
    private Secret MakeSecret(string name, Namespace space) => new($"{name}-third-parties", new()
    {
        Metadata = new ObjectMetaArgs { Name = GatewayValues.SecretName, Namespace = CollectorFacts.Namespace },
        StringData = Headers(),
    }, InCluster(space));

    private InputMap<string> Headers()
    {
        var headers = new InputMap<string>();
        foreach (var (party, value) in args.Secrets)
        {
            headers.Add(ThirdParty.VariableOf(party), value);
        }

        return headers;
    }

    private CustomResourceOptions InCluster(params Resource[] waitFor) => new()
    {
        Parent = this,
        Provider = args.Cluster.Provider,
        DependsOn = { waitFor },
    };
}

/// <summary>What <see cref="Collector"/> needs.</summary>
public sealed record CollectorArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>What the gateway does; the agents follow from it.</summary>
    public required GatewayConfig Config { get; init; }

    /// <summary>Third party to the value of its header, which is a secret; the same keys as <see cref="GatewayConfig.ThirdParties"/>.</summary>
    public IReadOnlyDictionary<string, Input<string>> Secrets { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>The role that the gateway takes by a token of its cluster; null where the cloud hands it one by itself, as EKS does.</summary>
    public Output<string>? FederatedRoleArn { get; init; }

    /// <summary>The build that the gateway is of.</summary>
    public CollectorDistribution Distribution { get; init; } = CollectorFacts.Contrib;

    /// <summary>The chart's version, three numbers; of the collector it has the one that it was made for.</summary>
    public required string ChartVersion { get; init; }

    /// <summary>Whether the latency probe stands in the cluster, whose figures agents are to take.</summary>
    public bool HasProbe { get; init; }

    /// <summary>A registry that holds chart and images; null for their own.</summary>
    public string? Mirror { get; init; }

    /// <summary>How many gateways there are.</summary>
    public required int Replicas { get; init; }

    /// <summary>Who answers for Services, the gateway's identity in AWS, the destination of spans, group and stream of logs.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }

    internal IEnumerable<Fault> Check()
    {
        foreach (var party in Config.ThirdParties.Keys.Where(party => !Secrets.ContainsKey(party)))
        {
            yield return new($"secrets.{party}", "is missing, and the third party knows nobody without it", Cure: "hand in the value of its header");
        }

        foreach (var fault in CollectorFaults.Of(Distribution, Config.Render()))
        {
            yield return fault with { Path = $"config.{fault.Path}" };
        }
    }
}
