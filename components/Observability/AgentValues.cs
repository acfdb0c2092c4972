using CrossCloudMesh.Facts;
using Pulumi;
using static CrossCloudMesh.Observability.ConfigParts;

namespace CrossCloudMesh.Observability;

/// <summary>The agents as values of the chart: one on each node, whatever else the node keeps away.</summary>
internal sealed record AgentValues(CollectorArgs Args)
{
    private const int MemoryMebibytes = 256;

    private bool HasLogs => Args.Config.HasLogs;

    public InputMap<object> Render()
    {
        var values = new InputMap<object>
        {
            ["mode"] = "daemonset",
            ["alternateConfig"] = new AgentConfig { Place = Args.Config.Place, GatewayHost = CollectorFacts.GatewayHost, HasLogs = HasLogs, HasProbe = Args.HasProbe }.Render(),
            ["ports"] = CollectorValues.Ports(hasOtlp: false),
            ["resources"] = CollectorValues.Resources("50m", MemoryMebibytes),
            ["securityContext"] = CollectorValues.Container(),
            ["podSecurityContext"] = CollectorValues.Pod(isRoot: HasLogs),
            ["clusterRole"] = CollectorValues.Rights("nodes/stats", "pods"),
            ["tolerations"] = List(Map(("operator", "Exists"))),
        };
        if (HasLogs)
        {
            values["extraVolumes"] = List(
                OnNode("pod-logs", AgentConfig.LogFolder, "Directory"),
                OnNode("offsets", AgentConfig.OffsetFolder, "DirectoryOrCreate"));
            values["extraVolumeMounts"] = List(
                Map(("name", "pod-logs"), ("mountPath", AgentConfig.LogFolder), ("readOnly", true)),
                Map(("name", "offsets"), ("mountPath", AgentConfig.OffsetFolder)));
        }

        return values;
    }

    private static Dictionary<string, object> OnNode(string name, string path, string type) => Map(("name", name), ("hostPath", Map(("path", path), ("type", type))));
}
