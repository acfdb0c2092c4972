using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using Pulumi;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>The gateway as values of the chart: pods with a disk each, apart from one another, of which one at most goes at a time.</summary>
internal sealed record GatewayValues(CollectorArgs Args)
{
    /// <summary>The secret with the headers of third parties.</summary>
    public const string SecretName = "telemetry-third-parties";

    private const string Disk = "queues";
    private const int MemoryMebibytes = 512;

    public InputMap<object> Render()
    {
        var ports = CollectorValues.Ports(hasOtlp: true);
        if (Args.Config.HasProxy)
        {
            ports["awsproxy"] = Map(("enabled", true), ("containerPort", GatewayConfig.ProxyPort), ("servicePort", GatewayConfig.ProxyPort), ("protocol", "TCP"));
        }

        var values = new InputMap<object>
        {
            ["mode"] = "statefulset",
            ["replicaCount"] = Args.Replicas,
            ["alternateConfig"] = Args.Config.Render(),
            ["ports"] = ports,
            ["resources"] = CollectorValues.Resources("200m", MemoryMebibytes),
            ["securityContext"] = CollectorValues.Container(),
            ["podSecurityContext"] = CollectorValues.Pod(isRoot: false),
            ["clusterRole"] = CollectorValues.Rights("namespaces", "pods"),
            ["podDisruptionBudget"] = Map(("enabled", true), ("maxUnavailable", 1)),
            ["topologySpreadConstraints"] = List(Apart("topology.kubernetes.io/zone"), Apart("kubernetes.io/hostname")),
            ["statefulset"] = Map(
                ("volumeClaimTemplates", List(Claim())),
                // A disk goes with the release, and stays while there are fewer pods for a time.
                ("persistentVolumeClaimRetentionPolicy", Map(("enabled", true), ("whenDeleted", "Delete"), ("whenScaled", "Retain")))),
            ["extraVolumeMounts"] = Mounts(),
            ["extraEnvs"] = List(Variables()),
        };
        if (Args.FederatedRoleArn is not null)
        {
            values["extraVolumes"] = List(FederatedToken.VolumeOf());
        }

        return values;
    }

    private static Dictionary<string, object> Apart(string place) => Map(
        ("maxSkew", 1),
        ("topologyKey", place),
        ("whenUnsatisfiable", "ScheduleAnyway"),
        ("labelSelector", Map(("matchLabels", Map(("app.kubernetes.io/instance", CollectorFacts.Gateway))))));

    private Dictionary<string, object> Claim() => Map(
        ("metadata", Map(("name", Disk))),
        ("spec", Map(
            ("accessModes", List("ReadWriteOnce")),
            ("resources", Map(("requests", Map(("storage", $"{Args.Config.QueueGibibytes}Gi"))))))));

    private ImmutableArray<object> Mounts()
    {
        var disk = Map(("name", Disk), ("mountPath", GatewayConfig.StorageFolder));
        return Args.FederatedRoleArn is null ? List(disk) : List(disk, FederatedToken.MountOf());
    }

    private IEnumerable<object> Variables() =>
    [
        .. Args.FederatedRoleArn is { } role ? FederatedToken.Variables(role, Args.Config.Region, $"telemetry-{Args.Config.Place.Site}") : [],
        .. Args.Config.ThirdParties.Keys.Select(ThirdParty.VariableOf).Select(variable => Map(
            ("name", variable),
            ("valueFrom", Map(("secretKeyRef", Map(("name", SecretName), ("key", variable))))))),
    ];
}
