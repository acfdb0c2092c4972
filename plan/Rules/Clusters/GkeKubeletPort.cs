namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>The kubelet's port 10255 tells every pod what runs on the node, and asks nobody who he is.</summary>
public sealed class GkeKubeletPort() : Rule(new()
{
    Id = "gke-kubelet-port",
    Title = "Nodes of GKE serve no port of the kubelet that asks nobody who he is",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set nodeConfig.kubeletConfig.insecureKubeletReadonlyPortEnabled of every pool to FALSE",
})
{
    private const string Port = "nodeConfig.kubeletConfig.insecureKubeletReadonlyPortEnabled";
    private const string Default = "nodePoolDefaults.nodeConfigDefaults.insecureKubeletReadonlyPortEnabled";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            var cluster = plan.Source(pool, "cluster", Types.GkeCluster);
            if (pool.IsNot(Port, "FALSE") && (pool.At(Port) is not null || cluster?.IsNot(Default, "FALSE") != false))
            {
                yield return Found(pool, pool.At(Port) is null ? "leaves it to Google whether the kubelet's read-only port is open" : "opens the kubelet's read-only port", Port);
            }
        }
    }
}
