namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Ports 22, 3389 and 80, and all ports at once, are what scanners try first; nothing that is made here needs them open.</summary>
public sealed class OpenIngress() : Rule(new()
{
    Id = "aws-open-ingress",
    Title = "No security group lets the internet in to administration ports",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "name the ranges that need it, or reach the machine through Session Manager",
    References = ["checkov@3.3:CKV_AWS_24", "checkov@3.3:CKV_AWS_25", "checkov@3.3:CKV_AWS_260", "checkov@3.3:CKV_AWS_277"],
})
{
    private static readonly int[] Ports = [22, 80, 3389];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var opening in Opening.All(plan, "ingress"))
        {
            if (opening.World is not { } world)
            {
                continue;
            }

            if (opening.OpensAll)
            {
                yield return Found(opening.Resource, "lets the whole internet in on every port", world);
            }
            else if (string.Join(", ", Ports.Where(opening.Opens)) is { Length: > 0 } ports)
            {
                yield return Found(opening.Resource, $"lets the whole internet in on port {ports}", world);
            }
        }
    }
}
