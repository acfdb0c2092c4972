using CrossCloudMesh.Facts;
using Pulumi;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Installs the AWS Load Balancer Controller, which makes load balancers for what the cluster publishes.</summary>
/// <remarks>
/// Makes an <see cref="AwsWorkloadIdentity"/> and 1 Helm release. The controller knows region, network and cluster from here, because no pod
/// reaches the metadata of its node. What does not say otherwise becomes an internal load balancer whose targets are pods. It answers a
/// webhook for every Service that is made, so whatever makes Services must wait for <see cref="Ready"/>. WAF and Shield are off, and it
/// has no right to use them.
/// </remarks>
public sealed class AwsLoadBalancerController : ComponentResource
{
    public const string Token = "infra:clusters:AwsLoadBalancerController";

    /// <summary>What must be there before a Service is made, and must outlive the last.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsLoadBalancerController(string name, AwsLoadBalancerControllerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var chart = new ControllerChart(ChartFacts.LoadBalancerController, args.ChartVersion, args.Mirror);
        var identity = new AwsWorkloadIdentity(name, new()
        {
            ClusterName = args.Cluster.ClusterName,
            Namespace = chart.Fact.Namespace,
            ServiceAccount = chart.Fact.ServiceAccount,
            Policy = Output.Tuple(args.Cluster.ClusterName, args.VpcId.ToOutput())
                .Apply(known => LoadBalancerPolicy.Of(args.AccountId, args.Region, known.Item2, known.Item1)),
        }, new() { Parent = this });

        var values = new InputMap<object>
        {
            ["clusterName"] = args.Cluster.ClusterName.Apply(cluster => (object)cluster),
            ["region"] = args.Region,
            ["vpcId"] = args.VpcId.Apply(id => (object)id),
            ["serviceAccount"] = new Dictionary<string, object> { ["name"] = chart.Fact.ServiceAccount },
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["maxUnavailable"] = 1 },
            ["defaultLoadBalancerScheme"] = "internal",
            ["defaultTargetType"] = "ip",
            // The certificate of its webhook stays when the chart is upgraded.
            ["keepTLSSecret"] = true,
            ["enableShield"] = false,
            ["enableWaf"] = false,
            ["enableWafv2"] = false,
        };
        if (chart.ImageRepository is { } repository)
        {
            values["image"] = new Dictionary<string, object> { ["repository"] = repository };
        }

        Ready = [chart.Install(name, this, args.Cluster, values, identity.Ready)];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsLoadBalancerController"/> needs.</summary>
public sealed record AwsLoadBalancerControllerArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The network that its load balancers stand in.</summary>
    public required Input<string> VpcId { get; init; }

    public required string ChartVersion { get; init; }

    /// <summary>A registry that holds chart and image; null for their own.</summary>
    public string? Mirror { get; init; }
}
