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

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.IsNot(Port, "FALSE"))
            {
                yield return Found(pool, "leaves it to Google whether the kubelet's read-only port is open", Port);
            }
        }
    }
}
