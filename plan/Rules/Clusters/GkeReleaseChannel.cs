namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Outside a channel fixes come only when somebody thinks of them, and Google calls it deprecated.</summary>
public sealed class GkeReleaseChannel() : Rule(new()
{
    Id = "gke-release-channel",
    Title = "A GKE cluster follows a release channel",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set releaseChannel.channel to RAPID, REGULAR, STABLE or EXTENDED",
    References = ["checkov@3.3:CKV_GCP_70", "cis-gke@1.6.0:5.5.4"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("releaseChannel.channel", "RAPID", "REGULAR", "STABLE", "EXTENDED"))
            {
                yield return Found(cluster, "follows no release channel", "releaseChannel.channel");
            }
        }
    }
}
