namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>With keys of your own you can say who reads what is at rest, and take it back.</summary>
public sealed class GkeKeys() : Rule(new()
{
    Id = "gke-own-keys",
    Title = "Secrets and boot disks of GKE are encrypted with keys of the project",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set databaseEncryption with a key, and nodeConfig.bootDiskKmsKey of every pool",
    References = ["cis-gke@1.6.0:5.3.1", "cis-gke@1.6.0:5.9.2"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsEmpty("databaseEncryption.keyName")
                || cluster.IsNot("databaseEncryption.state", "ENCRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"))
            {
                yield return Found(cluster, "keeps secrets under Google's own key", "databaseEncryption");
            }
        }

        foreach (var pool in plan.Of(Types.GkeNodePool))
        {
            if (pool.IsEmpty("nodeConfig.bootDiskKmsKey"))
            {
                yield return Found(pool, "keeps its disks under Google's own key", "nodeConfig.bootDiskKmsKey");
            }
        }
    }
}
