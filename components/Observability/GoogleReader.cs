using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Clusters.Controllers;
using CrossCloudMesh.Facts;
using Pulumi;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>Installs what brings Google's view of links into CloudWatch: a collector that asks Cloud Monitoring, without any key.</summary>
/// <remarks>
/// Makes 1 Helm release and 1 <see cref="GcpWorkloadIdentity"/>. It is a release of its own, since its receiver keeps a collector from starting
/// when Google says no, and nothing else is to stop for that; and one pod, as two would send everything twice. One cluster reads for the whole
/// project. While it is away, alarms over what it sends are on. Takes a Google provider. Source: <see cref="CollectorFacts.Chart"/>.
/// </remarks>
public sealed class GoogleReader : ComponentResource
{
    public const string Token = "infra:observability:GoogleReader";

    private const int MemoryMebibytes = 256;

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GoogleReader(string name, GoogleReaderArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, CollectorFaults.Of(CollectorFacts.Contrib, args.Config.Render()));
        var identity = new GcpWorkloadIdentity($"{name}-identity", new()
        {
            Cluster = args.Cluster,
            Namespace = CollectorFacts.Namespace,
            ServiceAccount = CollectorFacts.Reader,
            Roles = ImmutableSortedDictionary<string, RoleGrant>.Empty.Add("read", new(CollectorFacts.ReaderRole)),
        }, new() { Parent = this });
        var chart = new ControllerChart(CollectorFacts.Chart, args.ChartVersion, args.Mirror) { ReleaseName = CollectorFacts.Reader };
        _ = chart.Install($"{name}-release", this, args.Cluster, new()
        {
            ["mode"] = "deployment",
            ["replicaCount"] = 1,
            ["fullnameOverride"] = CollectorFacts.Reader,
            ["image"] = Map(("repository", $"{args.Mirror ?? CollectorFacts.ImageRegistry}/{CollectorFacts.Contrib.Image}")),
            ["alternateConfig"] = args.Config.Render(),
            ["ports"] = CollectorValues.Ports(hasOtlp: false),
            ["resources"] = CollectorValues.Resources("50m", MemoryMebibytes),
            ["securityContext"] = CollectorValues.Container(),
            ["podSecurityContext"] = CollectorValues.Pod(isRoot: false),
        }, [.. args.WaitFor, .. identity.Ready]);
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GoogleReader"/> needs.</summary>
public sealed record GoogleReaderArgs
{
    /// <summary>The cluster that it runs in, one of the project.</summary>
    public required GkeCluster Cluster { get; init; }

    public required ReaderConfig Config { get; init; }

    /// <summary>The chart's version, three numbers.</summary>
    public required string ChartVersion { get; init; }

    /// <summary>A registry that holds chart and image; null for their own.</summary>
    public string? Mirror { get; init; }

    /// <summary>The gateway of the cluster.</summary>
    public required IReadOnlyList<Resource> WaitFor { get; init; }
}
