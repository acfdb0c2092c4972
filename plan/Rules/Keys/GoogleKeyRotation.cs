namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>A key that never changes protects, or loses, everything that was ever encrypted with it.</summary>
public sealed class GoogleKeyRotation() : Rule(new()
{
    Id = "google-key-rotation",
    Title = "Every Google key rotates within 90 days",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set rotationPeriod to 7776000s or less",
    References = ["checkov@3.3:CKV_GCP_43"],
})
{
    private const long LongestSeconds = 90 * 24 * 60 * 60;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var key in plan.Of(Types.GoogleKey))
        {
            // Google rotates symmetric keys only.
            if (key.Text("purpose") is not (null or "ENCRYPT_DECRYPT") || Inputs.IsHidden(key.At("rotationPeriod")))
            {
                continue;
            }

            if (key.Text("rotationPeriod") is not { } period)
            {
                yield return Found(key, "never rotates", "rotationPeriod");
            }
            else if (!long.TryParse(period.TrimEnd('s'), out var seconds) || seconds > LongestSeconds)
            {
                yield return Found(key, $"rotates only every {period}", "rotationPeriod");
            }
        }
    }
}
