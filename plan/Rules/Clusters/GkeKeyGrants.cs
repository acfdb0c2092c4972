namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A cluster that is made before its service agent may use the key fails after many minutes, or stays without encryption.</summary>
public sealed class GkeKeyGrants() : Rule(new()
{
    Id = "gke-key-grants",
    Title = "A GKE cluster waits until Google may use its keys",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "take the name of the key from the grant, or let the cluster and the pool depend on it",
})
{
    private static readonly string[] Grants =
    [
        "gcp:kms/cryptoKeyIAMBinding:CryptoKeyIAMBinding", "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember", "gcp:kms/cryptoKeyIAMPolicy:CryptoKeyIAMPolicy",
        "gcp:kms/keyRingIAMBinding:KeyRingIAMBinding", "gcp:kms/keyRingIAMMember:KeyRingIAMMember", "gcp:kms/keyRingIAMPolicy:KeyRingIAMPolicy",
    ];

    private static readonly (string Type, string Path)[] Uses =
    [
        (Types.GkeCluster, "databaseEncryption.keyName"),
        (Types.GkeCluster, "nodeConfig.bootDiskKmsKey"),
        (Types.GkeNodePool, "nodeConfig.bootDiskKmsKey"),
    ];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var (type, path) in Uses)
        {
            foreach (var user in plan.Of(type))
            {
                if (user.At(path) is not null && IsOurs(plan, user, path) && !Waits(plan, user, path))
                {
                    yield return Found(user, "may be made before its service agent may use its key", path);
                }
            }
        }
    }

    private static bool IsOurs(PlanIndex plan, PlannedResource user, string path) =>
        plan.Of(Types.GoogleKey).Count > 0 && (user.PropertyDependencies[Input(path)]?.Count > 0 || user.DependsOn.Count > 0);

    private static bool Waits(PlanIndex plan, PlannedResource user, string path) =>
        (user.PropertyDependencies[Input(path)] ?? []).Concat(user.DependsOn).Any(urn => plan[urn] is { } source && (!source.IsCustom || Grants.Contains(source.Type)));

    private static string Input(string path) => path.Split('.')[0];
}
