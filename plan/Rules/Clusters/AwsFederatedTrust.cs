namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>Where the subject is not asked for, every pod of the cluster may take the role.</summary>
public sealed class AwsFederatedTrust() : Rule(new()
{
    Id = "aws-federated-trust",
    Title = "A role that a token opens names the account and the audience of the token",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "ask by StringEquals for aud and for sub of the issuer, both without a wildcard",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var role in plan.Of(Types.Role))
        {
            foreach (var statement in AwsPolicy.Read(role.Text("assumeRolePolicy")) ?? [])
            {
                if (!statement.IsAllowed || !statement.Allows("sts:AssumeRoleWithWebIdentity"))
                {
                    continue;
                }

                if (!Names(statement, ":sub"))
                {
                    yield return Found(role, "may be taken by more accounts than one that hold a token of the issuer", "assumeRolePolicy");
                }
                else if (!Names(statement, ":aud"))
                {
                    yield return Found(role, "may be taken by a token that was given to its account to show to another", "assumeRolePolicy");
                }
            }
        }
    }

    private static bool Names(AwsStatement statement, string claim) =>
        statement.Equal.Any(condition => condition.Key.EndsWith(claim, StringComparison.Ordinal) && !condition.Value.Contains('*', StringComparison.Ordinal));
}
