namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>A service of type LoadBalancer is public unless it says otherwise; of those that the controller of AWS makes, unless it says so.</summary>
/// <remarks>Source: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb, read 2026-11-21.</remarks>
public sealed class PublicBalancer() : Rule(new()
{
    Id = "public-balancer",
    Title = "No load balancer of a cluster is open to the internet",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "annotate the service as internal: aws-load-balancer-scheme internal on EKS, networking.gke.io/load-balancer-type Internal on GKE",
})
{
    private const string Scheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";

    /// <summary>Classes whose balancers are internal where no scheme is told.</summary>
    private static readonly string[] Inside = ["networking.gke.io/l4-regional-internal", "service.k8s.aws/nlb"];

    /// <summary>Annotations by which a service says that it is internal, with the value that says so.</summary>
    private static readonly (string Key, string Value)[] Marks =
    [
        ("cloud.google.com/load-balancer-type", "Internal"),
        ("networking.gke.io/load-balancer-type", "Internal"),
        ("service.beta.kubernetes.io/aws-load-balancer-internal", "true"),
        (Scheme, "internal"),
    ];

    public override IEnumerable<Finding> Judge(PlanIndex plan) =>
    [
        .. plan.Of(Types.Service).Where(service => service.Is("spec.type", "LoadBalancer"))
            .SelectMany(service => Judge(service, "metadata.annotations", "spec.loadBalancerClass", "spec.type")),
        .. plan.Of(Types.Release).Where(IsBalancer)
            .SelectMany(release => Judge(release, "values.service.annotations", "values.service.loadBalancerClass", "values.service.type")),
    ];

    /// <summary>Istio's chart of a gateway makes one where it is told nothing.</summary>
    private static bool IsBalancer(PlannedResource release) =>
        release.Is("values.service.type", "LoadBalancer") || (release.Is("chart", "gateway") && release.At("values.service.type") is null);

    private IEnumerable<Finding> Judge(PlannedResource balancer, string annotations, string @class, string evidence)
    {
        var told = balancer.At(annotations);
        var scheme = (told as PlanValue.ObjectValue)?.Members[Scheme];
        var isInternal = Inputs.IsHidden(told)
            || (scheme is null && balancer.At(@class) is var found && (Inputs.IsHidden(found) || found is PlanValue.TextValue { Value: var kind } && Inside.Contains(kind)))
            || (told is PlanValue.ObjectValue map && Array.Exists(Marks, mark => Says(map.Members[mark.Key], mark.Value)));
        if (!isInternal)
        {
            yield return Found(balancer, "is a load balancer that nothing keeps inside the network", evidence, annotations);
        }
    }

    private static bool Says(PlanValue? annotation, string value) => Inputs.IsHidden(annotation) || annotation is PlanValue.TextValue text && text.Value == value;
}
