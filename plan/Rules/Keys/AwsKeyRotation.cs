namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>A key that never changes protects, or loses, everything that was ever encrypted with it.</summary>
public sealed class AwsKeyRotation() : Rule(new()
{
    Id = "aws-key-rotation",
    Title = "Every AWS key rotates",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set enableKeyRotation to true",
    References = ["checkov@3.3:CKV_AWS_7"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var key in plan.Of(Types.AwsKey))
        {
            // AWS rotates symmetric keys only.
            if (key.IsNot("enableKeyRotation", true) && (key.Text("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT")
            {
                yield return Found(key, "never rotates", "enableKeyRotation");
            }
        }
    }
}
