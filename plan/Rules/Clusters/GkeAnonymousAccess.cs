namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>A role bound to everybody is bound to the internet too, as soon as the API is reached.</summary>
public sealed class GkeAnonymousAccess() : Rule(new()
{
    Id = "gke-anonymous-access",
    Title = "A GKE cluster gives nothing to those who do not say who they are",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set anonymousAuthenticationConfig.mode to LIMITED, both flags of rbacBindingConfig to false, and serviceExternalIpsConfig.enabled to false",
})
{
    private static readonly string[] Bindings =
        ["rbacBindingConfig.enableInsecureBindingSystemAuthenticated", "rbacBindingConfig.enableInsecureBindingSystemUnauthenticated"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var cluster in plan.Of(Types.GkeCluster))
        {
            if (cluster.IsNot("anonymousAuthenticationConfig.mode", "LIMITED"))
            {
                yield return Found(cluster, "answers callers without a name beyond its health checks", "anonymousAuthenticationConfig.mode");
            }

            foreach (var path in Bindings)
            {
                if (cluster.IsNot(path, false))
                {
                    yield return Found(cluster, "lets roles be bound to everybody at once", path);
                }
            }

            if (cluster.Is("serviceExternalIpsConfig.enabled", true))
            {
                yield return Found(cluster, "lets a service claim any address", "serviceExternalIpsConfig.enabled");
            }
        }
    }
}
