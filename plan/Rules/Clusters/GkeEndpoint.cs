namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A flaw in the API server, or a stolen token, is then enough from anywhere.</summary>
public sealed class GkeEndpoint() : Rule(new()
{
    Id = "gke-public-endpoint",
    Title = "The API of a GKE cluster is not open to the internet",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "reach the API by its DNS endpoint and turn the IP endpoints off, or name the ranges that may come in",
    References = ["checkov@3.3:CKV_GCP_18", "checkov@3.3:CKV_GCP_20", "cis-gke@1.6.0:5.6.3", "cis-gke@1.6.0:5.6.4"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            const string Blocks = "masterAuthorizedNetworksConfig.cidrBlocks";
            var isOpen = cluster.IsNot("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled", false)
                && cluster.IsNot("privateClusterConfig.enablePrivateEndpoint", true)
                && !Inputs.IsHidden(cluster.At(Blocks));
            if (!isOpen)
            {
                continue;
            }

            if (cluster.At("masterAuthorizedNetworksConfig") is null)
            {
                yield return Found(cluster, "has a public endpoint and says nothing of who may reach it", "masterAuthorizedNetworksConfig");
            }
            else if (cluster.Items(Blocks).FirstOrDefault(path => cluster.Text($"{path}.cidrBlock") is "0.0.0.0/0" or "::/0") is { } world)
            {
                yield return Found(cluster, "has a public endpoint that the whole internet reaches", $"{world}.cidrBlock");
            }
        }
    }
}
