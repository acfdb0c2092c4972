using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Clusters.Controllers;

/// <summary>Installs Karpenter, which brings machines for pods that have none, and describes the machines that it may bring.</summary>
/// <remarks>
/// Makes the role, instance profile and access entry of its nodes, <see cref="KarpenterInterruptions"/>, an
/// <see cref="AwsWorkloadIdentity"/>, 2 Helm releases (its kinds, and itself), and one <see cref="KarpenterPool"/> per pool. Karpenter runs
/// on nodes that it did not bring, at least two of them. On destroy its pools go while it still runs, or nobody would take their machines away. Spot
/// machines need the account's service role for spot, which AWS makes with the first spot request of whoever may make it.
/// Source: https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/, read 2026-11-21.
/// </remarks>
public sealed class Karpenter : ComponentResource
{
    public const string Token = "infra:clusters:Karpenter";

    private readonly string name;
    private readonly KarpenterArgs args;
    private readonly CustomResourceOptions child;

    /// <summary>The role of the nodes that it brings.</summary>
    [Output("nodeRoleArn")] public Output<string> NodeRoleArn { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public Karpenter(string name, KarpenterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new CustomResourceOptions { Parent = this };

        var interruptions = new KarpenterInterruptions($"{name}-interruption", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            PhysicalName = $"{args.PhysicalName}-karpenter",
        }, new() { Parent = this });
        var (nodeRole, profile, nodesReady) = MakeNodeIdentity();
        var identity = MakeIdentity(nodeRole, interruptions);

        var chart = new ControllerChart(ChartFacts.Karpenter, args.Version, args.Mirror);
        var kinds = (chart with { Fact = ChartFacts.KarpenterDefinitions }).Install($"{name}-crd", this, args.Cluster, []);
        var controller = chart.Install(
            name, this, args.Cluster, ValuesOf(chart, interruptions), [kinds, .. identity.Ready, .. nodesReady, .. interruptions.Ready, .. args.WaitFor]);

        foreach (var (key, pool) in args.Pools)
        {
            _ = new KarpenterPool($"{name}-{key}", new()
            {
                Cluster = args.Cluster,
                Key = key,
                Pool = pool,
                InstanceProfile = profile.Name,
                SubnetIds = args.SubnetIds,
                SecurityGroupId = args.SecurityGroupId,
                DisksKeyArn = args.DisksKeyArn,
                Tags = args.Tags.SetItem("Name", $"{args.PhysicalName}-{key}"),
                WaitFor = [controller],
            }, new() { Parent = this });
        }

        NodeRoleArn = nodeRole.Arn;
        RegisterOutputs();
    }

    private (AwsServiceRole Role, InstanceProfile Profile, IReadOnlyList<Resource> Ready) MakeNodeIdentity()
    {
        var role = new AwsServiceRole($"{name}-node", new()
        {
            Service = "ec2.amazonaws.com",
            ManagedPolicyArns = EksFacts.NodePolicies,
        }, new() { Parent = this });
        var profile = new InstanceProfile($"{name}-node", new() { Role = role.RoleName }, child);
        // EKS lets in the nodes of its own groups by itself, but not these.
        var entry = new AccessEntry($"{name}-node", new()
        {
            ClusterName = args.Cluster.ClusterName,
            PrincipalArn = role.Arn,
            Type = "EC2_LINUX",
        }, new() { Parent = this, DeleteBeforeReplace = true });
        return (role, profile, [.. role.Ready, profile, entry]);
    }

    private AwsWorkloadIdentity MakeIdentity(AwsServiceRole nodeRole, KarpenterInterruptions interruptions) => new(name, new()
    {
        ClusterName = args.Cluster.ClusterName,
        Namespace = ChartFacts.Karpenter.Namespace,
        ServiceAccount = ChartFacts.Karpenter.ServiceAccount,
        Policy = Output.Tuple(args.Cluster.ClusterName, nodeRole.Arn, interruptions.QueueArn).Apply(known => KarpenterPolicy.Of(new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            ClusterName = known.Item1,
            NodeRoleArn = known.Item2,
            QueueArn = known.Item3,
        })),
    }, new() { Parent = this });

    private InputMap<object> ValuesOf(ControllerChart chart, KarpenterInterruptions interruptions)
    {
        var controller = new Dictionary<string, object>
        {
            ["env"] = ImmutableArray.Create<object>(new Dictionary<string, object> { ["name"] = "AWS_REGION", ["value"] = args.Region }),
            ["resources"] = new Dictionary<string, object>
            {
                ["requests"] = new Dictionary<string, object> { ["cpu"] = "500m", ["memory"] = "1Gi" },
                ["limits"] = new Dictionary<string, object> { ["memory"] = "1Gi" },
            },
        };
        if (chart.ImageRepository is { } repository)
        {
            controller["image"] = new Dictionary<string, object> { ["repository"] = repository };
        }

        return new InputMap<object>
        {
            ["serviceAccount"] = new Dictionary<string, object> { ["name"] = chart.Fact.ServiceAccount },
            ["controller"] = controller,
            ["settings"] = Output.Tuple(args.Cluster.ClusterName, args.Cluster.Endpoint, interruptions.QueueName).Apply(known => (object)new Dictionary<string, object>
            {
                ["clusterName"] = known.Item1,
                ["clusterEndpoint"] = known.Item2,
                ["interruptionQueue"] = known.Item3,
                // Prices and zonal shifts have no private endpoint.
                ["isolatedVPC"] = args.IsIsolated,
                ["enableZonalShift"] = !args.IsIsolated,
            }),
        };
    }
}
