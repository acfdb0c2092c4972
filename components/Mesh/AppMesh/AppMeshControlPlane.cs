using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Aws.ServiceDiscovery;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Installs App Mesh in a cluster on AWS: its controller, one mesh, and where pods are found.</summary>
/// <remarks>
/// Makes 1 private namespace of Cloud Map, 1 namespace of Kubernetes, 1 <see cref="AwsTokenRole"/>, 1 Helm release and 1 <see cref="AwsMesh"/>, in
/// this order: the controller looks for the namespace of Cloud Map and does not make it, and the chart brings the kinds that all objects are
/// of. Pods of the mesh call nothing but their backends. The controller is too old for Pod Identity, and so takes its role by a token.
/// AWS ended App Mesh on 2026-09-30: what deploys it must know. Source: <see cref="AppMeshFacts.ControllerSource"/>.
/// </remarks>
public sealed class AppMeshControlPlane : ComponentResource
{
    public const string Token = "infra:mesh:AppMeshControlPlane";

    private const string EnvoyImage = "aws-appmesh-envoy";

    private const string RouteManagerImage = "aws-appmesh-proxy-route-manager";

    private const string TraceImage = "xray/aws-xray-daemon";

    private readonly AppMeshControlPlaneArgs args;

    /// <summary>The mesh.</summary>
    public AppMeshPlace Place => args.Place;

    /// <summary>The name of the namespace of Cloud Map.</summary>
    public string CloudMapNamespace => args.CloudMapNamespace;

    /// <summary>What must be there before any object of the mesh, and must outlive the last.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AppMeshControlPlane(string name, AppMeshControlPlaneArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        this.args = args;
        var chart = new ControllerChart(ChartFacts.AppMeshController, args.ChartVersion, args.Mirror);
        var found = new PrivateDnsNamespace(name, new()
        {
            Name = args.CloudMapNamespace,
            Description = $"Pods of the mesh {args.Place.Mesh}",
            Vpc = args.VpcId,
        }, new() { Parent = this });
        var space = new Namespace(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = chart.Fact.Namespace },
        }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { args.Cluster.Ready.ToArray() } });
        var role = new AwsTokenRole(name, new()
        {
            Issuer = args.Issuer,
            Namespace = chart.Fact.Namespace,
            ServiceAccount = chart.Fact.ServiceAccount,
            Policy = Output.Tuple(found.Arn, found.HostedZone).Apply(known => AppMeshRights.Controller(args.Place, known.Item1, known.Item2)),
        }, new() { Parent = this });
        var controller = chart.Install(name, this, args.Cluster, Values(chart, role.Arn), [space, .. role.Ready, .. args.WaitFor]);
        Ready = [MakeMesh(name, controller), found];
        RegisterOutputs();
    }

    private InputMap<object> Values(ControllerChart chart, Output<string> roleArn)
    {
        var values = new InputMap<object>
        {
            ["region"] = args.Place.Region,
            ["accountId"] = args.Place.AccountId,
            ["clusterName"] = args.Cluster.ClusterName.Apply(cluster => (object)cluster),
            ["replicaCount"] = args.Replicas,
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["maxUnavailable"] = 1 },
            ["serviceAccount"] = roleArn.Apply(arn => (object)new Dictionary<string, object>
            {
                ["name"] = chart.Fact.ServiceAccount,
                ["annotations"] = new Dictionary<string, object> { [AppMeshFacts.RoleAnnotation] = arn },
            }),
            ["tlsMinVersion"] = "VersionTLS12",
            ["tracing"] = Tracing(),
        };
        if (args.Mirror is { } mirror)
        {
            values["image"] = Image($"{chart.ImageRepository}");
            values["sidecar"] = new Dictionary<string, object> { ["image"] = Image($"{mirror}/{EnvoyImage}") };
            values["init"] = new Dictionary<string, object> { ["image"] = Image($"{mirror}/{RouteManagerImage}") };
            values["xray"] = new Dictionary<string, object> { ["image"] = Image($"{mirror}/{TraceImage}") };
        }

        return values;
    }

    private Dictionary<string, object> Tracing() => args.Tracing
        ? new() { ["enabled"] = true, ["provider"] = "x-ray" }
        : new() { ["enabled"] = false };

    private static Dictionary<string, object> Image(string repository) => new() { ["repository"] = repository };

    private AwsMesh MakeMesh(string name, Release controller) => new(name, new()
    {
        Metadata = new ObjectMetaArgs { Name = args.Place.Mesh },
        Spec = new AwsMeshSpecArgs
        {
            AwsName = args.Place.Mesh,
            NamespaceSelector = new SelectorArgs { MatchLabels = new() { [AppMeshFacts.MeshLabel] = args.Place.Mesh } },
            EgressFilter = new EgressFilterArgs { Type = "DROP_ALL" },
        },
    }, new() { Parent = this, Provider = args.Cluster.Provider, DependsOn = { controller } });
}

/// <summary>What <see cref="AppMeshControlPlane"/> needs.</summary>
public sealed record AppMeshControlPlaneArgs
{
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The mesh, by a name of its own in its account and region.</summary>
    public required AppMeshPlace Place { get; init; }

    /// <summary>The issuer of the cluster's tokens.</summary>
    public required AwsTokenIssuer Issuer { get; init; }

    /// <summary>The network that pods are in.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>A domain that nothing else in the network has: the controller takes the first of that name in the account and region.</summary>
    public required string CloudMapNamespace { get; init; }

    public required string ChartVersion { get; init; }

    /// <summary>A registry that holds chart and images; null for their own.</summary>
    public string? Mirror { get; init; }

    /// <summary>How many of the controller run.</summary>
    public required int Replicas { get; init; }

    /// <summary>Whether proxies write to X-Ray, by a daemon beside each.</summary>
    public required bool Tracing { get; init; }

    /// <summary>What must be there before a Service is made.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
