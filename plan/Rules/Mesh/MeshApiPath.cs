namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>An istiod that cannot read a cluster knows none of its services, and says so in its log alone.</summary>
public sealed class MeshApiPath() : Rule(new()
{
    Id = "mesh-api-path",
    Title = "Every istiod reaches the API of each cluster that it is told to read, and proves who it is by a token",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "have the API answer where the reader reaches it, admit the reader's nodes and pods there, and hand over a token of a service account of that cluster",
})
{
    private const string Label = "metadata.labels.istio/multiCluster";
    private const string Held = "stringData";
    private const string TokenType = "kubernetes.io/service-account-token";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var secret in plan.Of(Types.Secret).Where(secret => secret.Is(Label, "true")))
        {
            foreach (var message in Judge(plan, secret))
            {
                yield return Found(secret, message, Label);
            }
        }
    }

    private static IEnumerable<string> Judge(PlanIndex plan, PlannedResource secret)
    {
        if (ClustersOf(plan, secret.Provider) is not [var reader])
        {
            yield break;
        }

        if (Clusters(plan, secret, Held) is not [var remote])
        {
            yield return "does not lead to one cluster of the plan";
            yield break;
        }

        if (remote == reader)
        {
            yield return "leads to the cluster that it is in";
            yield break;
        }

        if (!plan.Sources(secret, Held, Types.Secret).Any(token => !token.IsNot("type", TokenType) && ClustersOf(plan, token.Provider) is [var home] && home == remote))
        {
            yield return $"holds no token of a service account of {remote.Name}";
        }

        if (secret.At(Held) is PlanValue.ObjectValue shown && shown.Members.Any(member => member.Value is PlanValue.TextValue { Value: var text } && text.Contains("exec", StringComparison.Ordinal)))
        {
            yield return "has istiod run a program, which it refuses";
        }

        if (ApiDoor.Shut(plan, remote, reader) is { } shut)
        {
            yield return shut;
        }
    }

    private static List<PlannedResource> ClustersOf(PlanIndex plan, string? provider) =>
        provider is not null && plan[provider] is { } found ? Clusters(plan, found, "kubeconfig") : [];

    private static List<PlannedResource> Clusters(PlanIndex plan, PlannedResource resource, string property) =>
        [.. plan.Sources(resource, property, Types.EksCluster), .. plan.Sources(resource, property, Types.GkeCluster)];
}
