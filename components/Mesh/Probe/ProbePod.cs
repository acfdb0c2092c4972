using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace CrossCloudMesh.Mesh.Probe;

/// <summary>One pod of the probe, which answers and asks by one way, with the file that tells it so.</summary>
/// <remarks>
/// It keeps the restricted profile of Kubernetes' pod security standards. The file's name has a digest of its text: another text is another
/// file, and so another pod, as the program reads it when it starts. Both pods of a cluster try to stand in one zone, so that one way is not
/// longer than the other by the way to another zone.
/// </remarks>
internal sealed record ProbePod
{
    private const string File = "cloudprober.cfg";
    private const string Folder = "/etc/probe";
    private const string Volume = "config";

    /// <summary>A user and a group that are nobody's.</summary>
    private const int Nobody = 65532;

    /// <summary>By which it stands in its namespace, and its service account too.</summary>
    public required string Name { get; init; }

    public required string Namespace { get; init; }

    /// <summary>Its labels, which a Service or a policy knows it by.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    public required ProbeProgram Program { get; init; }

    public required string Image { get; init; }

    /// <summary>Names that no DNS knows, with their addresses.</summary>
    public InputList<HostAliasArgs>? Hosts { get; init; }

    /// <summary>Makes the file and the pod.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="options">Whose they are, in which cluster, and what must be there before: namespace and account.</param>
    public void Make(string name, CustomResourceOptions options)
    {
        var text = Program.ToText();
        var config = $"{Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
        var file = new ConfigMap(name, new()
        {
            Metadata = new ObjectMetaArgs { Name = config, Namespace = Namespace },
            Data = { [File] = text },
            Immutable = true,
        }, options);
        _ = new Deployment(name, new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = Name,
                Namespace = Namespace,
                Labels = Told(),
                Annotations = { ["pulumi.com/skipAwait"] = "true" },
            },
            Spec = new DeploymentSpecArgs
            {
                Replicas = 1,
                Selector = new LabelSelectorArgs { MatchLabels = Of(Labels) },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = Metadata(),
                    Spec = PodOf(config),
                },
            },
        }, CustomResourceOptions.Merge(options, new() { DependsOn = { file } }));
    }

    /// <summary>Collectors have no certificate of the mesh, so what it measured is not behind the proxy; nothing else is beside it.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/reference/config/annotations/, read 2026-11-21.</remarks>
    private ObjectMetaArgs Metadata() => Program.Way is ProbeWay.Mesh
        ? new() { Labels = Told(), Annotations = { ["traffic.sidecar.istio.io/excludeInboundPorts"] = $"{ProbeFacts.MetricsPort}" } }
        : new() { Labels = Told() };

    private InputMap<string> Told() => Of(Labels.Add(ProbeFacts.PartLabel, ProbeFacts.Part));

    private static InputMap<string> Of(ImmutableSortedDictionary<string, string> labels)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in labels)
        {
            map.Add(key, value);
        }

        return map;
    }

    private PodSpecArgs PodOf(string config)
    {
        var pod = Pod(config);
        if (Hosts is not null)
        {
            pod.HostAliases = Hosts;
        }

        return pod;
    }

    private PodSpecArgs Pod(string config) => new()
    {
        ServiceAccountName = Name,
        AutomountServiceAccountToken = false,
        Affinity = new AffinityArgs { PodAffinity = new PodAffinityArgs { PreferredDuringSchedulingIgnoredDuringExecution = { Together() } } },
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = Nobody,
            RunAsGroup = Nobody,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        Containers = { Container() },
        Volumes = { new VolumeArgs { Name = Volume, ConfigMap = new ConfigMapVolumeSourceArgs { Name = config } } },
    };

    private static WeightedPodAffinityTermArgs Together() => new()
    {
        Weight = 100,
        PodAffinityTerm = new PodAffinityTermArgs
        {
            TopologyKey = "topology.kubernetes.io/zone",
            Namespaces = { ProbeFacts.MeshNamespace, ProbeFacts.DirectNamespace },
            LabelSelector = new LabelSelectorArgs { MatchLabels = { [ProbeFacts.PartLabel] = ProbeFacts.Part } },
        },
    };

    private ContainerArgs Container() => new()
    {
        Name = "probe",
        Image = Image,
        Args = { $"--config_file={Folder}/{File}" },
        Ports =
        {
            new ContainerPortArgs { ContainerPortValue = ProbeProgram.PortOf(Program.Way) },
            new ContainerPortArgs { Name = ProbeFacts.MetricsPortName, ContainerPortValue = ProbeFacts.MetricsPort },
        },
        ReadinessProbe = Health(periodSeconds: 5),
        LivenessProbe = Health(periodSeconds: 20),
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "20m", ["memory"] = "64Mi" },
            Limits = { ["memory"] = "64Mi" },
        },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        },
        VolumeMounts = { new VolumeMountArgs { Name = Volume, MountPath = Folder, ReadOnly = true } },
    };

    private static ProbeArgs Health(int periodSeconds) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = "/health", Port = ProbeFacts.MetricsPort },
        PeriodSeconds = periodSeconds,
    };
}
