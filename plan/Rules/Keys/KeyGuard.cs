namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>What was encrypted with a key is gone with it, and no backup helps.</summary>
public sealed class KeyGuard() : Rule(new()
{
    Id = "key-deletion-guard",
    Title = "Every key is guarded against deletion",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set protect on the key; before a stack is taken down, deploy once with it off",
    References = ["checkov@3.3:CKV_GCP_82"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var key in plan.Of(Types.AwsKey).Concat(plan.Of(Types.GoogleKey)))
        {
            if (key.IsNot("options.protect", true))
            {
                yield return Found(key, "can be deleted by an update", "options.protect");
            }
        }
    }
}
